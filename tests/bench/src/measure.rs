//! One load of one page, and what is done in it. Input comes from the browser's own side, as a
//! reader's does; a time runs from the time stamp of the input to the end of the frame that shows
//! what it has changed.

use std::thread;
use std::time::{Duration, Instant};

use open_vs_closed_e2e::{Failure, Outcome, Page, Server, ensure};
use serde::Serialize;
use serde_json::{Value, json};

/// What was measured of one of the compared with so many events, over all runs. Times are in
/// milliseconds, memory is in MB.
#[derive(Debug, Serialize)]
pub struct Figures {
    /// Whose.
    pub name: &'static str,
    /// How many events.
    pub events: usize,
    /// From the start of the navigation until the page has made its view, drawn or not.
    pub live: Vec<f64>,
    /// From the start of the navigation until a click on an event has worked.
    pub ready: Vec<f64>,
    /// The longest task until then.
    pub longest_task: Vec<f64>,
    /// How long tasks until then have blocked the page: what each takes beyond 50 ms, summed up (as in
    /// the Total Blocking Time of Lighthouse).
    pub blocked: Vec<f64>,
    /// Opening an event.
    pub select: Vec<f64>,
    /// A step of the zoom.
    pub zoom: Vec<f64>,
    /// A key stroke of a search.
    pub search: Vec<f64>,
    /// Frames that were not drawn in two seconds of dragging.
    pub lost_frames: Vec<f64>,
    /// Heap and WebAssembly memory after loading.
    pub memory: Vec<f64>,
    /// Elements after loading.
    pub nodes: Vec<f64>,
    /// Why a run did not come to its end.
    pub failed: Vec<String>,
}

impl Figures {
    /// None yet.
    pub fn new(name: &'static str, events: usize) -> Self {
        Self {
            name,
            events,
            live: Vec::new(),
            ready: Vec::new(),
            longest_task: Vec::new(),
            blocked: Vec::new(),
            select: Vec::new(),
            zoom: Vec::new(),
            search: Vec::new(),
            lost_frames: Vec::new(),
            memory: Vec::new(),
            nodes: Vec::new(),
            failed: Vec::new(),
        }
    }
}

/// Who is not ready by then never will be.
const LOADING: Duration = Duration::from_secs(60);
/// What takes longer to answer than this has no answer.
const ANSWERING: Duration = Duration::from_secs(15);
/// How often an event is opened.
const SELECTIONS: usize = 8;
/// How often is zoomed in, and as often out.
const ZOOMS: usize = 4;
/// What is searched for.
const SEARCHED: &str = "weights";
/// How long is dragged.
const DRAGGING: Duration = Duration::from_secs(2);
/// How far to the left is dragged, before it goes back, in CSS pixels.
const DRAGGED: f64 = 240.0;

/// Where something is.
type Spot = (f64, f64);

/// Loads the page and does all there is to do.
///
/// # Errors
/// Where it does not answer; what was measured before is kept.
pub fn measure(page: &Page, server: &Server, phone: bool, figures: &mut Figures) -> Outcome {
    let drive = Drive(page);
    // On a page of ours, so that the first one of the server is not the first of the browser.
    drive.devtools("Page.enable", json!({}))?;
    if phone {
        let screen =
            json!({ "width": 412, "height": 823, "deviceScaleFactor": 1.75, "mobile": true });
        drive.devtools("Emulation.setDeviceMetricsOverride", screen)?;
        drive.devtools("Emulation.setCPUThrottlingRate", json!({ "rate": 4 }))?;
        drive.devtools("Network.enable", json!({}))?;
        let line = json!({ "offline": false, "latency": 150,
                           "downloadThroughput": 1_600_000 / 8, "uploadThroughput": 750_000 / 8 });
        drive.devtools("Network.emulateNetworkConditions", line)?;
    }
    drive.devtools("Page.navigate", json!({ "url": server.url("/host.html") }))?;
    figures.ready.push(drive.ready()?);
    figures.live.push(page.get("probe.live")?);
    let tasks: Vec<f64> = page.get(
        "probe.tasks.filter(([start]) => start < probe.watch.until).map(([, duration]) => duration)",
    )?;
    let longest = tasks.iter().copied().fold(0.0, f64::max);
    let blocked = tasks
        .iter()
        .fold(0.0, |sum, task| sum + (task - 50.0).max(0.0));
    figures.blocked.push(blocked);
    figures.longest_task.push(longest);
    thread::sleep(Duration::from_millis(800));
    for _ in 0..2 {
        drive.devtools("HeapProfiler.collectGarbage", json!({}))?;
    }
    let heap = drive.devtools("Runtime.getHeapUsage", json!({}))?;
    let heap = heap["usedSize"].as_f64().unwrap_or_default();
    let memory: f64 = page.get("probe.memory()")?;
    figures.memory.push((heap + memory) / 1e6);
    figures.nodes.push(page.get("probe.nodes()")?);

    // Who fails at one thing may still do the next.
    let wheel: bool = page.get("Boolean(peer.wheel)")?;
    let Figures {
        select,
        zoom,
        search,
        lost_frames,
        failed,
        ..
    } = figures;
    let mut note = |outcome: Outcome| {
        if let Err(Failure(reason)) = outcome {
            failed.push(reason);
        }
    };
    note((0..SELECTIONS).try_for_each(|_| drive.act("select", None).map(|time| select.push(time))));
    // Not everyone has all: what is narrow may be a list.
    let offers = |what: &str| page.get::<bool>(&format!("probe.offers('{what}')"));
    if offers("zoomIn")? {
        note(drive.zoom(wheel, zoom));
    }
    if offers("pan")? {
        note(drive.pan().map(|lost| lost_frames.push(lost)));
    }
    if offers("search")? {
        note(drive.search(search));
    }
    Ok(())
}

/// Hands on the page.
struct Drive<'a>(&'a Page);

impl Drive<'_> {
    fn devtools(&self, command: &str, parameters: Value) -> Outcome<Value> {
        self.0.browser().devtools(command, parameters)
    }

    fn mouse(&self, kind: &str, (x, y): Spot, pressed: bool) -> Outcome {
        let button = if kind == "mouseMoved" && !pressed {
            "none"
        } else {
            "left"
        };
        let event = json!({ "type": kind, "x": x, "y": y, "button": button,
                            "buttons": u8::from(pressed), "clickCount": u8::from(kind != "mouseMoved") });
        self.devtools("Input.dispatchMouseEvent", event).map(drop)
    }

    fn click(&self, spot: Spot) -> Outcome {
        self.mouse("mousePressed", spot, true)?;
        self.mouse("mouseReleased", spot, false)
    }

    fn spot(&self, what: &str) -> Outcome<Option<Spot>> {
        // Until the page has begun there is no probe.
        let script = "const at = globalThis.probe && globalThis.peer && probe.spot(arg); return at ? [at.x, at.y] : null;";
        self.0.eval(script, json!(what))
    }

    /// Clicks on an event as soon as there is one, and again until it opens: the time of that.
    fn ready(&self) -> Outcome<f64> {
        let end = Instant::now() + LOADING;
        let mut is_armed = false;
        while Instant::now() < end {
            // While the page changes, the driver may not answer.
            if let Ok(Some(spot)) = self.spot("select") {
                if !is_armed {
                    self.0.run("probe.arm('select', [])")?;
                    is_armed = true;
                }
                self.click(spot)?;
                thread::sleep(Duration::from_millis(60));
                if let Some(until) = self.0.get("probe.watch.until")? {
                    return Ok(until);
                }
            }
            thread::sleep(Duration::from_millis(15));
        }
        Err(Failure::new("A click on an event never works."))
    }

    /// Does something once: the time from the input to the frame that shows it.
    fn act(&self, what: &str, wheel: Option<f64>) -> Outcome<f64> {
        let spot = self.spot(what)?;
        let spot = spot.ok_or_else(|| Failure::new(format!("There is nothing for `{what}`.")))?;
        self.mouse("mouseMoved", spot, false)?;
        thread::sleep(Duration::from_millis(50));
        match wheel {
            None => {
                self.0.run(&format!("probe.arm('{what}', ['pointerup'])"))?;
                self.click(spot)?;
            }
            Some(turn) => {
                self.0.run(&format!("probe.arm('{what}', ['wheel'])"))?;
                let (x, y) = spot;
                let event =
                    json!({ "type": "mouseWheel", "x": x, "y": y, "deltaX": 0, "deltaY": turn });
                self.devtools("Input.dispatchMouseEvent", event)?;
            }
        }
        self.answered(what)
    }

    /// The time until what was armed has been drawn.
    fn answered(&self, what: &str) -> Outcome<f64> {
        let end = Instant::now() + ANSWERING;
        loop {
            thread::sleep(Duration::from_millis(40));
            let time: Option<f64> =
                self.0.get("probe.watch.until && probe.watch.from !== null ? probe.watch.until - probe.watch.from : null")?;
            if let Some(time) = time {
                // What moves on by itself is not part of the next step.
                thread::sleep(Duration::from_millis(250));
                return Ok(time);
            }
            ensure!(Instant::now() < end, "`{what}` changes nothing.");
        }
    }

    /// Zooms in and out, and then in, because a drag needs somewhere to go.
    fn zoom(&self, wheel: bool, times: &mut Vec<f64>) -> Outcome {
        for (what, turn) in [("zoomIn", -120.0), ("zoomOut", 120.0)] {
            for _ in 0..ZOOMS {
                times.push(self.act(what, wheel.then_some(turn))?);
            }
        }
        for _ in 0..2 {
            self.act("zoomIn", wheel.then_some(-120.0))?;
        }
        Ok(())
    }

    /// Types a word, letter by letter.
    fn search(&self, times: &mut Vec<f64>) -> Outcome {
        let spot = self.spot("search")?;
        self.click(spot.ok_or_else(|| Failure::new("There is no field to search by."))?)?;
        thread::sleep(Duration::from_millis(800));
        for letter in SEARCHED.chars().map(String::from) {
            self.0.run("probe.arm('search', ['keydown'])")?;
            let key = |kind: &str| {
                let event = json!({ "type": kind, "key": letter, "text": letter });
                self.devtools("Input.dispatchKeyEvent", event)
            };
            key("keyDown")?;
            key("keyUp")?;
            times.push(self.answered("search")?);
        }
        Ok(())
    }

    /// Drags to the left and back: how many frames were not drawn.
    fn pan(&self) -> Outcome<f64> {
        let spot = self.spot("pan")?;
        let (x, y) = spot.ok_or_else(|| Failure::new("There is nothing to drag."))?;
        self.mouse("mouseMoved", (x, y), false)?;
        self.mouse("mousePressed", (x, y), true)?;
        self.0.run("probe.startFrames()")?;
        let start = Instant::now();
        while let Some(share) =
            Some(start.elapsed().div_duration_f64(DRAGGING)).filter(|it| *it < 1.0)
        {
            let sent = Instant::now();
            let way = 1.0 - (share * 2.0 - 1.0).abs();
            self.mouse("mouseMoved", (x - way * DRAGGED, y), true)?;
            // As often as a mouse tells its place, and never before the last time was heard.
            thread::sleep(Duration::from_millis(16).saturating_sub(sent.elapsed()));
        }
        let (frames, expected): (f64, f64) = self.0.eval(
            "const { frames, expected } = probe.stopFrames(); return [frames, expected];",
            Value::Null,
        )?;
        self.mouse("mouseReleased", (x, y), false)?;
        Ok((expected - frames).max(0.0))
    }
}
