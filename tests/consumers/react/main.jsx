import { useState } from "react";
import { createRoot } from "react-dom/client";
import "open-vs-closed";

// React 19 sets what the element has as a property, and listens to events of any name.
function App() {
  const [view, setView] = useState("timeline");
  const [heard, setHeard] = useState("nothing");
  return (
    <>
      <button onClick={() => setView("compare")}>Compare</button>
      <p id="heard">{heard}</p>
      <open-vs-closed
        view={view}
        views={["timeline", "compare"]}
        onovc-change={({ detail }) => setHeard(detail.state.view)}
      />
    </>
  );
}

createRoot(document.getElementById("root")).render(<App />);
