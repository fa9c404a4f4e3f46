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
  viewByEvent: 'dateline.viewByEvent',
  viewByName: 'dateline.viewByName',
  viewBySource: 'dateline.viewBySource',
  viewByDay: 'dateline.viewByDay',
  viewReview: 'dateline.viewReview',
  filterArticles: 'dateline.filterArticles',
  clearFilter: 'dateline.clearFilter',
  copyCitation: 'dateline.copyCitation',
  saveCleanCopy: 'dateline.saveCleanCopy',
  sortArticles: 'dateline.sortArticles',
  keepArticle: 'dateline.keepArticle',
  discardArticle: 'dateline.discardArticle',
  putBackArticle: 'dateline.putBackArticle',
  undoDiscard: 'dateline.undoDiscard',
  showDiscarded: 'dateline.showDiscarded',
  hideDiscarded: 'dateline.hideDiscarded',
  markSeen: 'dateline.markSeen',
  markUnseen: 'dateline.markUnseen',
  markAllSeen: 'dateline.markAllSeen',
  compareCoverage: 'dateline.compareCoverage',
  showOnlySaid: 'dateline.showOnlySaid',
  showNew: 'dateline.showNew',
  showEventMap: 'dateline.showEventMap',
  watch: 'dateline.watch',
  unwatch: 'dateline.unwatch',
  /** From hover cards and the tree only, never in the palette. */
  goToMention: 'dateline.goToMention',
  allMentions: 'dateline.allMentions',
  mergeMention: 'dateline.mergeMention',
  revealEvent: 'dateline.revealEvent',
} as const;

/** Run by the reading bundle, which is loaded with the first of them, the first article or the sidebar. */
export const readingCommands: readonly string[] = [
  commands.refreshEvents,
  commands.cancelIndexing,
  commands.clearIndex,
  commands.revealInEvents,
  commands.revealEvent,
  commands.openSamples,
  commands.viewByEvent,
  commands.viewByName,
  commands.viewBySource,
  commands.viewByDay,
  commands.viewReview,
  commands.filterArticles,
  commands.clearFilter,
  commands.copyCitation,
  commands.saveCleanCopy,
  commands.compareCoverage,
  commands.showOnlySaid,
  commands.showNew,
  commands.showEventMap,
  commands.sortArticles,
  commands.keepArticle,
  commands.discardArticle,
  commands.putBackArticle,
  commands.undoDiscard,
  commands.showDiscarded,
  commands.hideDiscarded,
  commands.markSeen,
  commands.markUnseen,
  commands.markAllSeen,
  commands.watch,
  commands.unwatch,
];

/** Command ids by their names behind the prefix. */
function prefixed<N extends string>(...names: readonly N[]): Readonly<Record<N, `dateline.${N}`>> {
  return Object.fromEntries(names.map((name) => [name, `dateline.${name}`])) as Record<
    N,
    `dateline.${N}`
  >;
}

/** Run by the annotating bundle, which is loaded when the first of them, or the first article, needs it. */
export const annotateCommands = prefixed(
  'label',
  'changeLabel',
  'removeMention',
  'growMention',
  'shrinkMention',
  'growMentionLeft',
  'shrinkMentionLeft',
  'acceptMention',
  'rejectMention',
  'acceptVisible',
  'rejectVisible',
  'nextUndecided',
  'previousUndecided',
  'acceptReviewed',
  'rejectReviewed',
  'undoAnnotation',
  'redoAnnotation',
  'labelOccurrences',
  'rejectOccurrences',
  'setLineKind',
  'mergeEntity',
  'splitEntity',
  'addAlias',
  'retypeEntity',
  'setKnowledgeBaseId',
  'moveArticles',
  'newEvent',
  'pinArticles',
  'unpinArticles',
  'mergeEvents',
  'renameEvent',
  'exportAnnotations',
  'importAnnotations',
  'showOrphans',
  'reattachOrphan',
  'discardOrphan',
  'addNote',
  'addArticleNote',
  'saveNote',
  'editNote',
  'saveNoteEdit',
  'cancelNoteEdit',
  'deleteNote',
  'takeReading',
  'takeNoReading',
  'settleDisagreement',
  'takeAgreed',
  'chooseLayers',
  'learn',
  'forgetLearned',
  'findMovedArticles',
);

export const views = {
  events: 'dateline.events',
  details: 'dateline.eventDetails',
  adjudicate: 'dateline.adjudicate',
} as const;

/** Panels in the place of an editor. */
export const panels = { map: 'dateline.eventMap' } as const;

export const contexts = {
  /** The active editor shows an article. */
  article: 'dateline.article',
  indexing: 'dateline.indexing',
  /** An index run has ended and found no article. */
  noArticles: 'dateline.noArticles',
  /** The sidebar shows by this: `event`, `name`, `source`, `day` or `review`. */
  model: 'dateline.model',
  /** The sidebar shows only what a search found. */
  filtered: 'dateline.filtered',
  /** Discarded articles are shown among the others. */
  showsDiscarded: 'dateline.showsDiscarded',
  /** Several people annotated an article. */
  adjudicable: 'dateline.adjudicable',
  /** Mentions that all agree on wait to be taken into gold. */
  agreed: 'dateline.agreed',
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
  granularity: 'granularity',
} as const;

export const languages = { article: 'dateline-article' } as const;

export const schemes = {
  report: 'dateline-report',
  event: 'dateline-event',
  clean: 'dateline-clean',
  coverage: 'dateline-coverage',
  row: 'dateline-row',
} as const;
