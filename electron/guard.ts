// Everything a page might do that Mirror's does not need, refused. The rules stand in src/desktop.
import { app, protocol, session, type Streams } from 'electron';
import { isOurPage, mayLoad, SCHEME, SCHEME_PRIVILEGES } from '../src/desktop/addresses.ts';
import { mayUse, mightUse } from '../src/desktop/permission-rules.ts';
import { answerWindow } from '../src/desktop/answer-window.ts';

/** Before the app is ready, or it has no effect. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: SCHEME, privileges: { ...SCHEME_PRIVILEGES } }]);
}

/** Of every window and whatever else shows pages, the moment it is made. */
export function guardWindows(): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
    const stay = (event: { preventDefault(): void; readonly url: string }): void => {
      if (!isOurPage(event.url)) event.preventDefault();
    };
    contents.on('will-navigate', stay);
    contents.on('will-redirect', stay);
    contents.on('will-frame-navigate', stay);
    contents.on('will-attach-webview', (event) => event.preventDefault());
  });
}

/** The window's own files, and those of the workspace, which the core answers. */
export function servePages(pages: string, ofWorkspace: (request: Request) => Promise<Response>): void {
  protocol.handle(SCHEME, (request) => answerWindow(request, { pages, ofWorkspace }));
}

export interface DisplayRequest {
  readonly address: string;
  readonly isMainFrame: boolean;
  readonly hasGesture: boolean;
  readonly wantsSound: boolean;
}

export function guardSession(chooseScreen: (request: DisplayRequest) => Promise<Streams>): void {
  const ours = session.defaultSession;
  ours.setPermissionRequestHandler((_contents, permission, callback, details) => {
    const media = 'mediaTypes' in details ? details.mediaTypes : undefined;
    callback(mayUse({ permission, address: details.requestingUrl, isMainFrame: details.isMainFrame, media }));
  });
  ours.setPermissionCheckHandler((_contents, permission, origin, { isMainFrame, mediaType }) => {
    const media = mediaType === undefined || mediaType === 'unknown' ? [] : [mediaType];
    return mightUse({ permission, address: origin, isMainFrame, media });
  });
  ours.setDevicePermissionHandler(() => false);
  ours.setDisplayMediaRequestHandler(
    (request, callback) => {
      const { frame, userGesture, audioRequested } = request;
      const asked = { address: frame?.url ?? '', isMainFrame: frame?.parent === null };
      // oxlint-disable-next-line promise/no-callback-in-promise -- it is how Electron is answered
      void chooseScreen({ ...asked, hasGesture: userGesture, wantsSound: audioRequested }).then(callback);
    },
    { useSystemPicker: true },
  );
  ours.webRequest.onBeforeRequest(({ url }, callback) => callback({ cancel: !mayLoad(url) }));
}
