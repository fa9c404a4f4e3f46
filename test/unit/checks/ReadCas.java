import java.io.File;
import java.io.FileInputStream;
import org.apache.uima.UIMAFramework;
import org.apache.uima.cas.CAS;
import org.apache.uima.cas.Feature;
import org.apache.uima.cas.impl.XmiCasDeserializer;
import org.apache.uima.cas.text.AnnotationFS;
import org.apache.uima.resource.metadata.TypeSystemDescription;
import org.apache.uima.util.CasCreationUtils;
import org.apache.uima.util.XMLInputSource;

/** Reads an XMI file with UIMA's own reader and prints its named entities: begin, end, label, words, in JSON strings. */
public class ReadCas {
  public static void main(String[] arguments) throws Exception {
    TypeSystemDescription types = UIMAFramework.getXMLParser()
        .parseTypeSystemDescription(new XMLInputSource(new File(arguments[0])));
    CAS cas = CasCreationUtils.createCas(types, null, null);
    try (FileInputStream file = new FileInputStream(arguments[1])) {
      XmiCasDeserializer.deserialize(file, cas);
    }
    String name = "de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity";
    Feature value = cas.getTypeSystem().getType(name).getFeatureByBaseName("value");
    StringBuilder out = new StringBuilder();
    for (AnnotationFS found : cas.getAnnotationIndex(cas.getTypeSystem().getType(name))) {
      out.append('[').append(found.getBegin()).append(',').append(found.getEnd()).append(',');
      quote(out, found.getFeatureValueAsString(value));
      out.append(',');
      quote(out, found.getCoveredText());
      out.append("]\n");
    }
    System.out.print(out);
  }

  private static void quote(StringBuilder out, String text) {
    out.append('"');
    for (char unit : text.toCharArray()) out.append(String.format("\\u%04x", (int) unit));
    out.append('"');
  }
}
