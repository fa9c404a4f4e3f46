/** Every name shared with package.json, in one place; a test keeps both in step. */

export const commands = {
  toggleHighlights: 'dateline.toggleHighlights',
  foldBoilerplate: 'dateline.foldBoilerplate',
  copyCleanText: 'dateline.copyCleanText',
  nextMention: 'dateline.nextMention',
  previousMention: 'dateline.previousMention',
  refreshEvents: 'dateline.refreshEvents',
  cancelIndexing: 'dateline.cancelIndexing',
  clearIndex: 'dateline.clearIndex',
  revealInEvents: 'dateline.revealInEvents',
  showReport: 'dateline.showReport',
  openSamples: 'dateline.openSamples',
  /** From hover cards and the tree only, never in the palette. */
  goToMention: 'dateline.goToMention',
  revealEvent: 'dateline.revealEvent',
} as const;

/** Run by the annotating bundle, which is loaded when the first of them, or the first article, needs it. */
export const annotateCommands = {
  label: 'dateline.label',
  changeLabel: 'dateline.changeLabel',
  removeMention: 'dateline.removeMention',
  growMention: 'dateline.growMention',
  shrinkMention: 'dateline.shrinkMention',
  acceptMention: 'dateline.acceptMention',
  rejectMention: 'dateline.rejectMention',
  acceptVisible: 'dateline.acceptVisible',
  rejectVisible: 'dateline.rejectVisible',
  nextUndecided: 'dateline.nextUndecided',
  previousUndecided: 'dateline.previousUndecided',
  undoAnnotation: 'dateline.undoAnnotation',
  redoAnnotation: 'dateline.redoAnnotation',
  labelOccurrences: 'dateline.labelOccurrences',
  rejectOccurrences: 'dateline.rejectOccurrences',
  setLineKind: 'dateline.setLineKind',
  mergeEntity: 'dateline.mergeEntity',
  splitEntity: 'dateline.splitEntity',
  addAlias: 'dateline.addAlias',
  retypeEntity: 'dateline.retypeEntity',
  setKnowledgeBaseId: 'dateline.setKnowledgeBaseId',
  moveArticles: 'dateline.moveArticles',
  newEvent: 'dateline.newEvent',
  pinArticles: 'dateline.pinArticles',
  mergeEvents: 'dateline.mergeEvents',
  renameEvent: 'dateline.renameEvent',
  exportAnnotations: 'dateline.exportAnnotations',
  importAnnotations: 'dateline.importAnnotations',
  showOrphans: 'dateline.showOrphans',
} as const;

export const views = { events: 'dateline.events' } as const;

export const contexts = {
  /** The active editor shows an article. */
  article: 'dateline.article',
  indexing: 'dateline.indexing',
  /** An index run has ended and found no article. */
  noArticles: 'dateline.noArticles',
} as const;

export const settings = {
  section: 'dateline',
  include: 'include',
  exclude: 'exclude',
  detect: 'detect',
  highlight: 'highlight',
  maxFileSize: 'maxFileSize',
  annotator: 'annotator',
  layers: 'layers',
} as const;

export const languages = { article: 'dateline-article' } as const;

export const schemes = { report: 'dateline-report', event: 'dateline-event' } as const;
