// The element in React with TypeScript, as docs/embedding.md shows it. It is checked and never run.
import { type DetailedHTMLProps, type HTMLAttributes, useRef, useState } from "react";
import type { OpenVsClosedElement, OpenVsClosedProps, View } from "open-vs-closed";

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "open-vs-closed": DetailedHTMLProps<HTMLAttributes<OpenVsClosedElement>, OpenVsClosedElement> & OpenVsClosedProps;
    }
  }
}

export function Plain() {
  const [view, setView] = useState<View>("timeline");
  const widget = useRef<OpenVsClosedElement>(null);
  return (
    <open-vs-closed
      ref={widget}
      className="wide"
      view={view}
      views={["timeline", "compare"]}
      headingLevel={3}
      syncUrl
      onovc-ready={() => widget.current?.goTo("chatgpt")}
      onovc-change={({ detail }) => setView(detail.state.view)}
      onovc-error={({ detail }) => console.log(detail.code)}
    >
      <p>What stands here until then.</p>
    </open-vs-closed>
  );
}

export function Wrong() {
  // @ts-expect-error No such theme.
  return <open-vs-closed theme="pink" />;
}
