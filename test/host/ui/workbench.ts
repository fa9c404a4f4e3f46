import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Locator, Page } from 'playwright-core';
import { hostFolder } from '../install';
import { workbenchUrl } from '../server';
import { eventually } from './eventually';
import { themes, type Box, type Decoration, type Row, type Theme } from './seen';
import { session } from './session';

export interface OpenOptions {
  /** Copied to a temporary place before it is opened, so that tests cannot disturb each other. */
  folder: string;
  /** Opened in an editor; relative to the folder. */
  file?: string;
  settings?: Record<string, unknown>;
  theme?: Theme;
  /** The language of the window, as a language pack would set it: our words are in it, VS Code's own stay English. */
  language?: string;
  size?: { width: number; height: number };
}

const activeEditor = '.editor-group-container.active .editor-instance';
export const screenshotFolder = join(hostFolder, '.screenshots');

/** One window of VS Code as a person sees it: every method reads or does what a person could. */
export class Workbench {
  private static last: Workbench | undefined;

  private constructor(
    readonly page: Page,
    /** The opened copy of the folder. */
    readonly folder: string,
  ) {}

  private settings: Record<string, unknown> = {};

  /** The window opened last, for the picture after each test. */
  static get current(): Workbench | undefined {
    return Workbench.last?.page.isClosed() === false ? Workbench.last : undefined;
  }

  static async open(options: OpenOptions): Promise<Workbench> {
    await Workbench.current?.page.close();
    const host = await session();
    const folder = join(mkdtempSync(join(host.folder, 'w-')), basename(options.folder));
    cpSync(options.folder, folder, { recursive: true });
    const theme = themes[options.theme ?? 'dark'];
    host.server.writeSettings({ ...options.settings, 'workbench.colorTheme': theme.name });
    const page = await host.context.newPage();
    if (options.size) await page.setViewportSize(options.size);
    if (options.language !== undefined) {
      await page.addInitScript(`globalThis._VSCODE_NLS_LANGUAGE = '${options.language}'`);
    }
    const authority = `vscode-remote://127.0.0.1:${host.server.port}`;
    const payload: [string, string][] = [['skipWelcome', 'true']];
    if (options.file !== undefined) {
      payload.push(['openFile', authority + encodeURI(join(folder, options.file))]);
    }
    await page.goto(workbenchUrl(host.server.port, folder, payload));
    await page.waitForFunction('window.driver');
    await page.evaluate('window.driver.whenWorkbenchRestored()');
    const workbench = new Workbench(page, folder);
    Workbench.last = workbench;
    if (options.file !== undefined) await page.waitForSelector(`${activeEditor} .view-line`);
    return workbench;
  }

  /** Loads the window anew, as after a crash or an update. */
  async reload(): Promise<void> {
    await this.page.reload();
    await this.page.waitForFunction('window.driver');
    await this.page.evaluate('window.driver.whenWorkbenchRestored()');
  }

  // Commands and pickers

  /** Runs a command of the palette by its full title, e.g. `Dateline: Toggle Highlights`. */
  async runCommand(title: string): Promise<void> {
    const input = this.page.locator('.quick-input-widget input.input');
    const row = this.pickerRows().filter({ hasText: title }).first();
    // What is still under way in the window may take the keyboard, which closes the palette.
    const isChosen = async (): Promise<boolean> => {
      await this.page.keyboard.press('F1');
      await input.fill(`>${title}`, { timeout: 5000 });
      await row.click({ timeout: 5000 });
      return true;
    };
    await eventually(`the command ${title}`, () => isChosen().catch(() => false));
    // A command may open a picker of its own in the same place.
    await eventually(
      `the palette closes after ${title}`,
      async () => !(await input.isVisible()) || !(await input.inputValue()).startsWith('>'),
    );
  }

  /** The entries of the open picker. */
  async pickerItems(): Promise<string[]> {
    await this.pickerRows().first().waitFor();
    return this.texts('.quick-input-widget .quick-input-list .monaco-list-row');
  }

  async pick(label: string): Promise<void> {
    await this.pickerRows().filter({ hasText: label }).first().click();
  }

  /** Waits for a picker or input box with this title. */
  async pickerTitled(title: string): Promise<void> {
    const heading = this.page.locator('.quick-input-widget .quick-input-title');
    await heading.filter({ hasText: title }).waitFor();
  }

  /** Types into the open picker or input box and confirms. */
  async typeInPicker(text: string): Promise<void> {
    const input = this.page.locator('.quick-input-widget input.input');
    await input.fill(text);
    await input.press('Enter');
  }

  /** Opens a file of the folder with the quick-open picker. */
  async openFile(name: string): Promise<void> {
    await this.page.keyboard.press('Control+P');
    await this.page.locator('.quick-input-widget input.input').fill(name);
    await this.pickerRows()
      .filter({ hasText: basename(name) })
      .first()
      .click();
    await eventually(
      `the tab of ${name}`,
      () => this.activeTab(),
      (tab) => tab === basename(name),
    );
    await this.page.waitForSelector(`${activeEditor} .view-line`);
  }

  private pickerRows(): Locator {
    return this.page.locator('.quick-input-widget .quick-input-list .monaco-list-row');
  }

  // The editor

  /** The lines on screen in the active editor, or in the panel (`output`). */
  async editorLines(where: 'editor' | 'output' = 'editor'): Promise<string[]> {
    const selector = where === 'editor' ? activeEditor : '.part.panel .output-view';
    return this.inPage('lines', selector);
  }

  async activeTab(): Promise<string> {
    const tab = this.page.locator('.editor-group-container.active .tab.active');
    return (await tab.count()) > 0 ? ((await tab.getAttribute('data-resource-name')) ?? '') : '';
  }

  /** The place of the cursor as the status bar tells it, e.g. `Ln 3, Col 1 (5 selected)`. */
  async cursor(): Promise<string> {
    return (await this.statusBar()).find((text) => text.startsWith('Ln ')) ?? '';
  }

  async isDirty(): Promise<boolean> {
    return (await this.page.locator('.tab.active.dirty').count()) > 0;
  }

  /** Puts the cursor behind a text on screen. */
  async clickWord(text: string, nth = 0): Promise<void> {
    await this.noCard();
    const { x, y, width, height } = await this.word(text, nth);
    await this.page.mouse.click(x + width / 2, y + height / 2);
  }

  /** Selects a text on screen with the mouse. */
  async selectText(text: string, nth = 0): Promise<void> {
    const { x, y, width, height } = await this.word(text, nth);
    const { mouse } = this.page;
    await mouse.move(x + 1, y + height / 2);
    await mouse.down();
    await mouse.move(x + width / 2, y + height / 2);
    await mouse.move(x + width, y + height / 2);
    await mouse.up();
    await eventually(
      `“${text}” is selected`,
      () => this.cursor(),
      (at) => at.includes(`(${text.length} selected)`),
    );
  }

  /** The text of the card that shows when the mouse rests on a text. */
  async hoverWord(text: string, nth = 0): Promise<string> {
    await this.noCard();
    const card = this.page.locator('.monaco-resizable-hover .monaco-hover');
    return eventually(
      `the card of “${text}”`,
      async () => {
        const { x, y, width, height } = await this.word(text, nth);
        await this.page.mouse.move(x + width / 2 + 40, y + height * 3);
        await this.page.mouse.move(x + width / 2, y + height / 2);
        await this.page.mouse.move(x + width / 2 + 1, y + height / 2);
        await card
          .first()
          .waitFor({ timeout: 3000 })
          .catch(() => undefined);
        const shown = await card.filter({ visible: true }).allInnerTexts();
        return shown.join('\n').replaceAll('\u00a0', ' ').trim();
      },
      (shown) => shown !== '' && shown !== 'Loading...',
    );
  }

  /** The card of another text may lie over this one, and takes the click. */
  private async noCard(): Promise<void> {
    await this.page.mouse.move(5, 5);
    await this.cardGoes();
  }

  async cardGoes(): Promise<void> {
    const card = this.page.locator('.monaco-resizable-hover .monaco-hover');
    await eventually('the last card goes', async () => !(await card.first().isVisible()));
  }

  /** Presses a link of the card that is shown. */
  async clickInCard(label: string): Promise<void> {
    const card = this.page.locator('.monaco-resizable-hover .monaco-hover');
    await card
      .getByRole('link', { name: label })
      .or(card.locator('a', { hasText: label }))
      .first()
      .click();
  }

  /** Waits until the card of a text says something. */
  async cardSays(text: string, pattern: RegExp): Promise<string> {
    const says = (card: string): boolean => pattern.test(card);
    return eventually(`${pattern} on the card of “${text}”`, () => this.hoverWord(text), says);
  }

  /** What the extension draws on a text; waits until there is something, or for `false` nothing. */
  async decorationsOn(text: string, nth = 0, expected = true): Promise<Decoration[]> {
    const found = await eventually(
      `${expected ? 'a decoration' : 'no decoration'} on “${text}”`,
      () => this.inPage<Decoration[] | undefined>('decorations', text, nth),
      (decorations) => decorations !== undefined && decorations.length > 0 === expected,
    );
    return found ?? [];
  }

  private async word(text: string, nth: number): Promise<Box> {
    const box = await eventually(`“${text}” on screen`, () =>
      this.inPage<Box | undefined>('rectangle', text, nth),
    );
    return box!;
  }

  // Views

  /** Opens a view container by the label of its icon in the activity bar. */
  async openView(label: string): Promise<void> {
    const icon = this.page.locator(`.activitybar .action-item:has([aria-label^="${label}"])`);
    if ((await icon.getAttribute('aria-selected')) !== 'true') await icon.click();
    await this.page.waitForSelector('.sidebar .pane');
  }

  /** The rows on screen of the trees in the sidebar but the event details, or of one pane. */
  async treeRows(pane?: string): Promise<Row[]> {
    return this.inPage('rows', paneSelector(pane));
  }

  /** Waits for a row whose label or description holds a text. */
  async treeRow(text: string, pane?: string): Promise<Row> {
    const rows = await eventually(
      `a row with “${text}”`,
      () => this.treeRows(pane),
      (all) => all.some((row) => row.aria.includes(text) || row.label.includes(text)),
    );
    return rows.find((row) => row.aria.includes(text) || row.label.includes(text))!;
  }

  async expandRow(text: string, pane?: string): Promise<void> {
    await this.unfold(text, true, pane);
  }

  async collapseRow(text: string, pane?: string): Promise<void> {
    await this.unfold(text, false, pane);
  }

  private async unfold(text: string, wanted: boolean, pane: string | undefined): Promise<void> {
    const isDone = async () => (await this.treeRow(text, pane)).expanded === wanted;
    const name = `“${text}” is ${wanted ? 'expanded' : 'collapsed'}`;
    // A tree that is drawn anew loses the click: once more, then.
    for (let attempt = 0; attempt < 3 && !(await isDone()); attempt++) {
      await this.row(text, pane).locator('.monaco-tl-twistie').click();
      await eventually(name, isDone, Boolean, 4000).catch(() => undefined);
    }
    if (!(await isDone())) throw new Error(`Not so: ${name}.`);
  }

  async clickRow(text: string, pane?: string): Promise<void> {
    await this.treeRow(text, pane);
    // The card of another row may lie over this one, and stays where its row was drawn anew.
    const card = this.page.locator('.context-view .workbench-hover');
    await this.page.mouse.move(900, 500);
    for (let attempt = 0; attempt < 5 && (await card.first().isVisible()); attempt++) {
      await this.page.keyboard.press('Escape');
      await this.page.mouse.move(900, 500 + attempt);
      await card
        .first()
        .waitFor({ state: 'hidden', timeout: 1000 })
        .catch(() => undefined);
    }
    await this.row(text, pane).locator('.monaco-icon-label').click();
  }

  /** Selects rows of articles: the first, then others to it. */
  async selectRows(...texts: string[]): Promise<void> {
    for (const [i, text] of texts.entries()) {
      await this.treeRow(text);
      const modifiers = i === 0 ? [] : (['Control'] as const);
      await this.row(text)
        .locator('.monaco-icon-label')
        .click({ modifiers: [...modifiers] });
      if (i === 0) await this.page.waitForSelector(`${activeEditor} .view-line`);
    }
    // The extension hears of the selection a moment later, which nobody sees.
    await sleep(500);
  }

  /** Opens the context menu of a row, down to the items of a submenu. */
  async openRowMenu(row: string, submenu: string): Promise<void> {
    await this.row(row).locator('.monaco-icon-label').click({ button: 'right' });
    await this.page.getByRole('menuitem', { name: submenu }).hover();
  }

  /** Takes an item of a submenu of a row's context menu. */
  async chooseInRowMenu(row: string, submenu: string, name: string): Promise<void> {
    await this.openRowMenu(row, submenu);
    const item = this.page.getByRole('menuitem', { name });
    await item.waitFor();
    // A menu takes no click in the blink after it opened.
    const isTaken = async (): Promise<boolean> => {
      await item.click({ timeout: 2000 }).catch(() => undefined);
      return !(await item.isVisible());
    };
    await eventually(`“${name}” is chosen`, isTaken);
  }

  /** Waits until all files are read: from then on no row moves of itself. */
  async indexed(): Promise<void> {
    const descriptions = () => this.texts('.sidebar .pane-header .description');
    const isDone = (all: readonly string[]) => all.some((one) => /(?:from|aus) \d+ /.test(one));
    await eventually('the end of the indexing', descriptions, isDone);
  }

  /** Opens the Analysis Report, and gives its text once it says what it must. */
  async report(what: string, isSaid: (text: string) => boolean): Promise<string> {
    await this.runCommand('Dateline: Show Analysis Report');
    const shown = async (): Promise<string> => (await this.editorLines()).join('\n');
    return eventually(`the report: ${what}`, shown, isSaid);
  }

  /** Drags a row onto another, or where no row is. */
  async dragRow(text: string, onto: string | undefined): Promise<void> {
    await this.indexed();
    await this.treeRow(text);
    const from = this.row(text).locator('.monaco-icon-label');
    if (onto === undefined) {
      const tree = this.page.locator('.sidebar .monaco-list').first();
      const { height } = (await tree.boundingBox())!;
      await from.dragTo(tree, { targetPosition: { x: 60, y: height - 20 } });
    } else await from.dragTo(this.row(onto).locator('.monaco-icon-label'));
  }

  /** The text of the card that shows when the mouse rests on a row. */
  async rowTooltip(text: string, pane?: string): Promise<string> {
    await this.treeRow(text, pane);
    return eventually(`the card of the row “${text}”`, async () => {
      await this.page.mouse.move(900, 500);
      await this.row(text, pane).locator('.monaco-icon-label').hover();
      const card = this.page.locator('.workbench-hover').last();
      await card.waitFor({ timeout: 3000 }).catch(() => undefined);
      if (!(await card.isVisible())) return '';
      // The card first shows what the row says, until the extension has filled it in.
      const read = async () => ((await card.isVisible()) ? card.innerText() : '');
      const isFilled = (shown: string) => !shown.startsWith('Loading');
      await eventually('its content', read, isFilled, 5000).catch(() => undefined);
      await sleep(500);
      const shown = await read();
      return isFilled(shown) ? shown.replaceAll('\u00a0', ' ') : '';
    });
  }

  /** From now on, notes which rows of a pane are drawn again; gives the words of those drawn since. */
  async watchRows(pane: string): Promise<() => Promise<string[]>> {
    await this.inPage('watchRows', paneSelector(pane));
    return () => this.inPage<string[]>('rowsDrawn');
  }

  /** The number on the icon of a view container; undefined where there is none. */
  async viewBadge(label: string): Promise<string | undefined> {
    const icon = `.activitybar .action-item:has([aria-label^="${label}"])`;
    const [badge] = await this.texts(`${icon} .badge-content`);
    return badge === '' ? undefined : badge;
  }

  /** The text of a pane without rows: its welcome content. */
  async welcome(): Promise<string> {
    return (await this.texts('.sidebar .welcome-view-content')).join('\n');
  }

  private row(text: string, pane?: string): Locator {
    const rows = `${paneSelector(pane)} .monaco-list-row[role="treeitem"]`;
    return this.page.locator(`${rows}[aria-label*=${JSON.stringify(text)}]`).first();
  }

  // The rest of the window

  async statusBar(): Promise<string[]> {
    const texts = await this.texts('.statusbar .statusbar-item');
    return texts.filter((text) => text !== '');
  }

  /** The messages of the notification centre, which this opens. */
  async notifications(): Promise<string[]> {
    const list = this.page.locator('.notifications-center.visible');
    if (!(await list.isVisible())) await this.page.click('[id="status.notifications"] a');
    return this.texts('.notifications-center .notification-list-item-message');
  }

  /** Waits for a notification that says something, and presses one of its buttons. */
  async notified(text: string, button?: string): Promise<void> {
    const said = (all: readonly string[]): boolean => all.some((one) => one.includes(text));
    await eventually(`the notification “${text}”`, () => this.notifications(), said);
    if (button !== undefined) {
      const centre = this.page.locator('.notifications-center .notification-list-item');
      const item = centre.filter({ hasText: text });
      await item.hover();
      await item.getByRole('button', { name: button }).click();
    }
    const open = this.page.locator('.notifications-center.visible');
    if (await open.isVisible()) await this.page.click('[id="status.notifications"] a');
  }

  /** Presses a button of a modal dialog. */
  async pressButton(label: string): Promise<void> {
    await this.page.locator('.monaco-dialog-box').getByRole('button', { name: label }).click();
  }

  /** The running extensions and where each runs, as VS Code lists them for developers. */
  async runningExtensions(): Promise<string[]> {
    await this.runCommand('Developer: Show Running Extensions');
    await this.page.locator('.runtime-extensions-editor .monaco-list-row').first().waitFor();
    return this.texts('.runtime-extensions-editor .monaco-list-row');
  }

  /** What was copied last. */
  async clipboard(): Promise<string> {
    return this.page.evaluate('navigator.clipboard.readText()');
  }

  async setTheme(theme: Theme): Promise<void> {
    await this.changeSettings({ 'workbench.colorTheme': themes[theme].name });
    await this.page.waitForSelector(`.monaco-workbench.${themes[theme].bodyClass}`);
  }

  /** Changes settings while the window is open; it watches those of the folder, not the user's. */
  async changeSettings(settings: Record<string, unknown>): Promise<void> {
    this.settings = { ...this.settings, ...settings };
    mkdirSync(join(this.folder, '.vscode'), { recursive: true });
    writeFileSync(join(this.folder, '.vscode/settings.json'), JSON.stringify(this.settings));
    await sleep(300);
  }

  /** Keeps a picture of the window; returns its path. */
  async screenshot(name: string): Promise<string> {
    mkdirSync(screenshotFolder, { recursive: true });
    const path = join(screenshotFolder, `${name.replaceAll(/[^\w-]+/g, '-').slice(0, 120)}.png`);
    await this.page.screenshot({ path });
    return path;
  }

  private texts(selector: string): Promise<string[]> {
    return this.inPage('texts', selector);
  }

  private inPage<T>(name: string, ...args: unknown[]): Promise<T> {
    const list = args.map((arg) => JSON.stringify(arg)).join(', ');
    return this.page.evaluate<T>(`window.datelineTest.${name}(${list})`);
  }
}

function paneSelector(pane: string | undefined): string {
  return pane === undefined
    ? '.sidebar .pane:not(:has([aria-label^="Event Details"]))'
    : `.sidebar .pane:has([aria-label^="${pane}"])`;
}
