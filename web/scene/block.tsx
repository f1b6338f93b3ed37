import { useLocation } from "wouter";
import type { Evidence } from "../../src/model/index.js";
import { opened } from "../../src/report/paths.js";
import type { SceneChild } from "../../src/report/scene/node.js";
import { aboutLaw, type SourceRegister, sourceText } from "../../src/report/sources.js";
import { SceneParts } from "./scene.js";

/** A block of text from the same nodes as in reports. Links to other screens lead there without loading the page again. */
export function Block({ of }: { of: readonly SceneChild[] }) {
  const [, navigate] = useLocation();
  return (
    <div className="block">
      <SceneParts of={of} follow={navigate} />
    </div>
  );
}

/** The sources that blocks cite by number, as the report lists them. Render it after every block that cites. */
export function SourceList({ sources }: { sources: SourceRegister }) {
  return (
    <div className="block">
      <ol className="sources">
        {sources.cited().map((source, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a source is its number
          <li key={index} id={`source-${index + 1}`}>
            <SourceItem source={source} />
          </li>
        ))}
      </ol>
    </div>
  );
}

/** Leads to a source on the web, over TLS, only where someone follows it. */
function SourceItem({ source }: { source: Evidence }) {
  if (!/^https:\/\/[^\s"'<>]+$/.test(source.locator)) return <>{sourceText(source)}</>;
  const about = [source.publisher, source.asOf].filter(Boolean).join(", ");
  return (
    <>
      <a href={source.locator} target="_blank" rel="noreferrer noopener">
        {source.title ?? source.locator}
      </a>
      {about ? `, ${about}` : ""}
      {opened(source)}
      {aboutLaw(source)}
    </>
  );
}
