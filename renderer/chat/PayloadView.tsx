import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import styles from './PayloadView.module.css';
import { indentBody, readPayload } from './read-payload.ts';

interface Props {
  readonly body: string;
  readonly sha256: string;
  /** What stands in it for what; those alone know it who have this workspace. */
  readonly standIns?: readonly { readonly standIn: string; readonly name: string }[];
}

/** A message to a model: for reading, with what was replaced in it, and exactly as its bytes are. */
export function PayloadView({ body, sha256, standIns = [] }: Props) {
  const parts = readPayload(body);
  return (
    <Tabs className={styles.tabs} defaultSelectedKey={parts.length > 0 ? 'read' : 'raw'}>
      <TabList className={styles.list} aria-label="How to see it">
        {parts.length > 0 && (
          <Tab id="read" className={styles.tab}>
            To read
          </Tab>
        )}
        {standIns.length > 0 && (
          <Tab id="names" className={styles.tab}>
            Stand-ins
          </Tab>
        )}
        <Tab id="raw" className={styles.tab}>
          Exact bytes
        </Tab>
      </TabList>
      {parts.length > 0 && (
        <TabPanel id="read" className={styles.panel}>
          {parts.map(({ title, text }, at) => (
            // oxlint-disable-next-line react/no-array-index-key -- the list never changes, and items may be alike
            <section key={at} className={styles.part}>
              <h3 className={styles.title}>{title}</h3>
              <p className={styles.text}>{text}</p>
            </section>
          ))}
        </TabPanel>
      )}
      {standIns.length > 0 && (
        <TabPanel id="names" className={styles.panel}>
          <p className={styles.about}>The model sees the left side only. In its answer the names are put back, here.</p>
          <table className={styles.names}>
            <thead>
              <tr>
                <th scope="col">It sees</th>
                <th scope="col">That is</th>
              </tr>
            </thead>
            <tbody>
              {standIns.map(({ standIn, name }) => (
                <tr key={standIn}>
                  <td>{standIn}</td>
                  <td>{name}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </TabPanel>
      )}
      <TabPanel id="raw" className={styles.panel}>
        <p className={styles.about}>SHA-256 {sha256}</p>
        <pre className={styles.raw}>{body}</pre>
        <details>
          <summary className={styles.about}>The same, indented</summary>
          <pre className={styles.raw}>{indentBody(body)}</pre>
        </details>
      </TabPanel>
    </Tabs>
  );
}
