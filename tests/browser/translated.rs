//! What page translators, other scripts and other scales do to the widget.

use open_vs_closed::dataset;
use open_vs_closed::definition::DefinitionId;
use open_vs_closed::query::Filter;
use open_vs_closed::state::{Action, View};
use open_vs_closed::ui::SharedDataset;
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

use super::mounted::{Mounted, mount};

/// What a browser's page translation does: each text node gives way to a `<font>` that holds other words.
fn translate(widget: &Mounted) {
    run(
        "const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT), texts = [];
         while (walk.nextNode()) {
           const text = walk.currentNode;
           if (text.data.trim() && !text.parentElement.closest('font, svg, [translate=no]')) texts.push(text);
         }
         for (const text of texts) {
           const outer = document.createElement('font'), inner = document.createElement('font');
           inner.textContent = '»' + text.data;
           outer.append(inner);
           if (inOneStep) { text.replaceWith(outer); continue; }
           text.before(outer);
           text.remove();
         }",
        widget,
        texts_at_once(widget),
    );
}

/// Translators replace in one step or in two.
fn texts_at_once(widget: &Mounted) -> bool {
    widget.states.borrow().len().is_multiple_of(2)
}

/// The reader asks for the original again.
fn translate_back(widget: &Mounted) {
    run(
        "for (const outer of root.querySelectorAll('font:has(> font)')) outer.replaceWith(outer.textContent.slice(1));",
        widget,
        true,
    );
}

fn run(script: &str, widget: &Mounted, in_one_step: bool) {
    let script = js_sys::Function::new_with_args("root, inOneStep", script);
    script
        .call2(&JsValue::NULL, &widget.root, &in_one_step.into())
        .expect("the script runs");
}

#[wasm_bindgen_test]
async fn a_translated_page_goes_on() {
    let mut widget = mount(|_| {}).await;
    let actions = [
        Action::Search("happen".into()),
        Action::Search("".into()),
        Action::Select(Some("first".into())),
        Action::Select(Some("third".into())),
        Action::Select(None),
        Action::Toggle(Filter::Side, "open".into()),
        Action::Search("third".into()),
        Action::ClearFilters,
        Action::Show(View::Compare),
        Action::SwapSides,
        Action::SetDefinition(DefinitionId::Osaid),
        Action::Show(View::Timeline),
    ];
    for action in actions {
        translate(&widget);
        widget.step().await;
        widget.send(action).await;
        widget.step().await;
    }
    assert_eq!(widget.count(".ovc-axis g[data-id]"), 3);
    translate(&widget);
    widget.step().await;
    // It can be taken off the page, too.
    if let Some(app) = widget.app.take() {
        app.destroy();
    }
    widget.step().await;
    assert_eq!(widget.count("*"), 1);
}

#[wasm_bindgen_test]
async fn what_changes_is_not_hidden_by_its_translation() {
    let widget = mount(|_| {}).await;
    let found = || widget.text("[role=status]");
    widget.send(Action::Search("e".into())).await;
    let before = found();
    translate(&widget);
    widget.step().await;
    assert_eq!(found(), format!("»{before}"), "it is translated");
    widget.send(Action::Search("happen".into())).await;
    widget.step().await;
    assert!(!found().contains('»') && found() != before, "{}", found());
    assert_eq!(widget.text(".ovc-best .ovc-excerpt"), "What happened.");
}

#[wasm_bindgen_test]
async fn the_original_comes_back_once() {
    let widget = mount(|_| {}).await;
    widget.send(Action::Select(Some("first".into()))).await;
    let texts = || [".ovc-card", ".ovc-tabs"].map(|part| widget.text(part));
    let before = texts();
    for _ in 0..2 {
        translate(&widget);
        widget.step().await;
        assert!(
            texts().iter().all(|text| text.contains('»')),
            "{:?}",
            texts()
        );
        translate_back(&widget);
        widget.step().await;
        assert_eq!(texts(), before);
    }
    widget.send(Action::Select(Some("second".into()))).await;
    assert!(!widget.text(".ovc-card").contains("happened"));
}

fn korean(title: &str) -> SharedDataset {
    let text = format!(
        r#"{{"version":"1.0","meta":{{"title":"Title"}},"events":[
          {{"id":"a","date":"2019","title":"{title}","side":"open"}},{{"id":"b","date":"2021","title":"Other","side":"open"}}]}}"#
    );
    dataset::load(&text)
        .expect("the data set loads")
        .dataset
        .into()
}

#[wasm_bindgen_test]
async fn a_search_knows_no_case_accents_width_or_normal_form() {
    for (title, typed) in [
        (
            "도서관",
            "\u{1103}\u{1169}\u{1109}\u{1165}\u{1100}\u{116a}\u{11ab}",
        ),
        (
            "\u{1103}\u{1169}\u{1109}\u{1165}\u{1100}\u{116a}\u{11ab}",
            "도서관",
        ),
        ("ＯＰＥＮ", "open"),
        ("open", "ｏｐｅｎ"),
        ("ガラス", "ｶﾞﾗｽ"),
        ("ガラス", "カ\u{3099}ラス"),
        ("Vi\u{1ec7}t Nam", "viet nam"),
        ("Ёлка", "елка"),
        ("Άθήνα", "αθηνα"),
        ("ﬁnance", "finance"),
        ("أحمد", "احمد"),
        ("क़लम", "क\u{93c}लम"),
    ] {
        let widget = mount(|props| props.data = korean(title)).await;
        widget.send(Action::Search(typed.into())).await;
        assert_eq!(
            widget.count(".ovc-axis g[data-id=a]"),
            1,
            "{typed} in {title}"
        );
        assert_eq!(
            widget.count(".ovc-axis g[data-id=b]"),
            0,
            "{typed} in {title}"
        );
        assert_eq!(
            widget.text(".ovc-best mark"),
            title.split(' ').next().unwrap_or_default()
        );
    }
}

#[wasm_bindgen_test]
async fn names_are_cut_between_characters_as_a_reader_sees_them() {
    for character in [
        "🇰🇷",
        "1\u{fe0f}\u{20e3}",
        "नि",
        "ที่",
        "e\u{301}",
        "👩\u{200d}🔬",
    ] {
        for indent in 0..4 {
            let title = format!("{}{}", "i".repeat(indent), character.repeat(80));
            let widget = mount(|props| props.data = korean(&title)).await;
            let shown = widget.text(".ovc-axis g[data-id=a] text");
            let kept = shown.strip_suffix('…').expect("it is cut");
            let kept = kept.get(indent..).unwrap_or_default();
            assert!(!kept.is_empty(), "{shown}");
            assert!(kept.len().is_multiple_of(character.len()), "{shown}");
        }
    }
}

#[wasm_bindgen_test]
async fn a_press_is_where_the_pointer_is_in_whatever_scale() {
    for style in [
        "transform: scale(0.5); transform-origin: 0 0",
        "zoom: 0.5",
        "zoom: 1.5",
    ] {
        let widget = mount(|props| {
            props.width = 960.0;
            props.start.range = "2020/2020-06".parse().ok();
        })
        .await;
        let old = widget.host.get_attribute("style").unwrap_or_default();
        widget
            .host
            .set_attribute("style", &format!("{old}; {style}"))
            .expect("a style");
        run(
            "const overview = root.querySelector('.ovc-overview svg');
             const box = overview.getBoundingClientRect();
             const send = (type) => overview.dispatchEvent(new PointerEvent(type, { bubbles: true, composed: true, pointerId: 1, isPrimary: true,
               clientX: box.left + box.width * 0.75, clientY: box.top + 4, button: 0, buttons: 1 }));
             send('pointerdown');
             send('pointerup');",
            &widget,
            true,
        );
        widget.settle().await;
        let (window, overview) = (
            widget
                .find(".ovc-overview-window")
                .get_bounding_client_rect(),
            widget.find(".ovc-overview svg").get_bounding_client_rect(),
        );
        let middle = f64::midpoint(window.left(), window.right());
        let at = (middle - overview.left()) / overview.width();
        assert!((at - 0.75).abs() < 0.02, "{style}: {at}");
    }
}
