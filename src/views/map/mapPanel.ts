import * as vscode from 'vscode';
import type { EventMap, MappedEvent, MappedName } from '../../corpus/eventMap';
import { countName, spanName, typeName } from '../../editor/card';
import { panels } from '../../ids';
import type { CorpusMirror } from '../../workspace/corpusMirror';
import type { FromPage, ToPage } from './messages';
import { mapPage } from './page';

/** What comes together is drawn once. */
const pause = 600;

/** What the event map opens. */
export interface Opens {
  event(id: string): unknown;
  name(id: string, name: string): unknown;
}

function sayEvent({ title, start, end, articles, sources }: MappedEvent): string {
  const several = sources > 1 ? vscode.l10n.t('{0} sources', sources) : undefined;
  return [title, spanName(start, end), countName(articles), several].filter(Boolean).join(' · ');
}

function sayName({ name, type, articles }: MappedName): string {
  return [name, typeName(type), countName(articles)].join(' · ');
}

function eventNote({ events, smaller, undated }: EventMap): string {
  return [
    events.length === 0
      ? vscode.l10n.t('No event has a day yet.')
      : vscode.l10n.t('{0} events; thicker bars have more articles', events.length),
    smaller > 0 ? vscode.l10n.t('{0} smaller ones are left out', smaller) : undefined,
    undated > 0 ? vscode.l10n.t('{0} without a date are left out', undated) : undefined,
  ]
    .filter(Boolean)
    .join(' · ');
}

function nameNote({ names, rarer }: EventMap): string {
  return [
    vscode.l10n.t('{0} names; thicker lines share more articles', names.length),
    rarer > 0 ? vscode.l10n.t('{0} rarer ones are left out', rarer) : undefined,
  ]
    .filter(Boolean)
    .join(' · ');
}

function worded(map: EventMap): ToPage {
  return {
    map,
    language: vscode.env.language,
    timeline: vscode.l10n.t('Events by day'),
    network: vscode.l10n.t('Names that occur together'),
    eventNote: eventNote(map),
    nameNote: nameNote(map),
    said: Object.fromEntries([
      ...map.events.map((event) => [event.id, sayEvent(event)] as const),
      ...map.names.map((name) => [name.id, sayName(name)] as const),
    ]),
  };
}

async function savePicture({ format, data }: Extract<FromPage, { type: 'save' }>): Promise<void> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const name = `event-map.${format}`;
  const target = await vscode.window.showSaveDialog({
    title: vscode.l10n.t('Save the Event Map'),
    ...(folder && { defaultUri: vscode.Uri.joinPath(folder, name) }),
    filters: { [format.toUpperCase()]: [format] },
  });
  if (!target) return;
  const bytes =
    format === 'svg'
      ? new TextEncoder().encode(data)
      : Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
  await vscode.workspace.fs.writeFile(target, bytes);
  vscode.window.setStatusBarMessage(vscode.l10n.t('Saved the event map'), 3000);
}

/** The one panel with the event map; it follows every change of the corpus while it is seen. */
export class MapPanel implements vscode.Disposable {
  private panel: vscode.WebviewPanel | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly subscription: vscode.Disposable;

  constructor(
    private readonly mirror: CorpusMirror,
    /** The folder of the page's own files. */
    private readonly files: vscode.Uri,
    private readonly opens: Opens,
  ) {
    this.subscription = mirror.onDidChange(() => {
      if (this.panel?.visible !== true) return;
      this.timer ??= setTimeout(() => void this.draw(), pause);
    });
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.subscription.dispose();
    this.panel?.dispose();
  }

  show(): void {
    if (this.panel) this.panel.reveal();
    else {
      this.adopt(
        vscode.window.createWebviewPanel(
          panels.map,
          vscode.l10n.t('Event Map'),
          vscode.ViewColumn.Active,
        ),
      );
    }
  }

  /** Fills a panel, also one that was open when the window was last closed. */
  adopt(panel: vscode.WebviewPanel): void {
    this.panel?.dispose();
    this.panel = panel;
    panel.webview.options = { enableScripts: true, localResourceRoots: [this.files] };
    panel.webview.onDidReceiveMessage((message: FromPage) => void this.answer(message));
    panel.onDidDispose(() => {
      if (this.panel === panel) this.panel = undefined;
    });
    panel.webview.html = mapPage(panel.webview, this.files);
  }

  private async answer(message: FromPage): Promise<void> {
    switch (message.type) {
      case 'ready':
        await this.draw();
        return;
      case 'open':
        if (message.event !== undefined) await this.opens.event(message.event);
        if (message.name !== undefined) {
          const known = await this.mirror.calls.named(message.name);
          if (known) await this.opens.name(known.id, known.name);
        }
        return;
      case 'save':
        await savePicture(message);
    }
  }

  private async draw(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    const { panel } = this;
    const map = await this.mirror.calls.eventMap();
    if (panel && panel === this.panel) await panel.webview.postMessage(worded(map));
  }
}
