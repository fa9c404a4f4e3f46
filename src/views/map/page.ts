import * as vscode from 'vscode';
import { escapeXml } from '../../formats/escapeXml';

const form = (shape: string): string =>
  `<svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">${shape}</svg>`;

/** The empty page of the event map: it asks for its pictures once it is there. */
export function mapPage(webview: vscode.Webview, folder: vscode.Uri): string {
  const nonce = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
  const file = (name: string): string =>
    escapeXml(webview.asWebviewUri(vscode.Uri.joinPath(folder, name)).toString());
  const say = (text: string): string => escapeXml(text);
  const policy = [
    "default-src 'none'",
    `style-src ${webview.cspSource}`,
    `script-src 'nonce-${nonce}'`,
    'img-src data:',
  ].join('; ');
  const asList = say(vscode.l10n.t('As a list'));
  return `<!DOCTYPE html>
<html lang="${escapeXml(vscode.env.language)}">
<head>
<meta charset="UTF-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${say(vscode.l10n.t('Event Map'))}</title>
<link rel="stylesheet" href="${file('eventMap.css')}">
</head>
<body>
<header>
<h1>${say(vscode.l10n.t('Event Map'))}</h1>
<button type="button" id="saveSvg">${say(vscode.l10n.t('Save as SVG…'))}</button>
<button type="button" id="savePng">${say(vscode.l10n.t('Save as PNG…'))}</button>
</header>
<h2>${say(vscode.l10n.t('Events by day'))}</h2>
<p id="eventNote" role="status"></p>
<div id="timeline"></div>
<details><summary>${asList}</summary><ol id="eventList"></ol></details>
<h2>${say(vscode.l10n.t('Names that occur together'))}</h2>
<p class="legend"><span id="nameNote" role="status"></span>
${form('<circle class="person" cx="6" cy="6" r="4.5"/>')}${say(vscode.l10n.t('People'))}
${form('<rect class="organisation" x="1.5" y="1.5" width="9" height="9"/>')}${say(vscode.l10n.t('Organisations'))}
${form('<rect class="place" x="2.5" y="2.5" width="7" height="7" transform="rotate(45 6 6)"/>')}${say(vscode.l10n.t('Places'))}
</p>
<div id="network"></div>
<details><summary>${asList}</summary><ol id="nameList"></ol></details>
<script nonce="${nonce}" src="${file('eventMap.js')}"></script>
</body>
</html>`;
}
