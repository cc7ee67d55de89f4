// What the window keeps of the desktop. In: the desktop's abilities and news. Out: what its cards show. None in a browser.
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { CoreState, DesktopNews, PickerKind, SystemPermission } from '../../src/domain/desktop.ts';
import type { Desktop } from './bridge.ts';

export interface DesktopView {
  /** Somebody is asked which screen is meant; `answer` says it: the id of a source, or null for none. */
  readonly picking: { readonly answer: (id: string | null) => void } | null;
  readonly core: CoreState;
  readonly permissions: readonly SystemPermission[];
  /** Somebody is shown what the system must allow first; `close` goes on without. */
  readonly allowing: { readonly close: () => void } | null;
}

export interface DesktopModel {
  readonly view: StoreApi<DesktopView>;
  readonly desktop: Desktop;
  /** Before the window asks for a screen. @throws DOMException NotAllowedError, as a browser does, when none was chosen */
  pickSource(): Promise<void>;
  askPermission(kind: SystemPermission['kind']): Promise<void>;
}

export function createDesktopModel(desktop: Desktop): DesktopModel {
  const view = createStore<DesktopView>()(() => ({
    picking: null,
    core: { state: 'starting' },
    permissions: [],
    allowing: null,
  }));
  const picker: Promise<PickerKind> = desktop.ask('describe', null).then(({ picker: kind }) => kind);
  const look = async (): Promise<void> => view.setState({ permissions: await desktop.ask('listPermissions', null) });
  desktop.listen((news: DesktopNews) => {
    if (news.kind === 'core') view.setState({ core: news.core });
  });
  // Permissions are given in another program: whoever comes back from there is shown what has changed.
  window.addEventListener('focus', () => void look());
  void look();
  /** Asked for when it is needed, which is when somebody is about to record; once for each opening of Mirror. */
  let wasShown = false;
  const allow = async (): Promise<void> => {
    if (wasShown || view.getState().permissions.every(({ state }) => state === 'granted')) return;
    wasShown = true;
    const { promise, resolve } = Promise.withResolvers<void>();
    view.setState({ allowing: { close: resolve } });
    await promise.finally(() => view.setState({ allowing: null }));
  };
  return {
    view,
    desktop,
    pickSource: async () => {
      await look();
      await allow();
      if ((await picker) !== 'own') return;
      const { promise, resolve } = Promise.withResolvers<string | null>();
      view.setState({ picking: { answer: resolve } });
      const id = await promise.finally(() => view.setState({ picking: null }));
      if (id === null) throw new DOMException('nothing was chosen', 'NotAllowedError');
      await desktop.ask('chooseSource', { id });
    },
    askPermission: async (kind) => {
      view.setState({ permissions: await desktop.ask('askPermission', { kind }) });
    },
  };
}
