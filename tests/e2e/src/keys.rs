//! Names of keys, as `KeyboardEvent.key` has them, for WebDriver.

use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::key::Key;

fn code(name: &str) -> char {
    let key = match name {
        "Tab" => Key::Tab,
        "Enter" => Key::Enter,
        "Escape" => Key::Escape,
        "ArrowLeft" => Key::Left,
        "ArrowRight" => Key::Right,
        "ArrowUp" => Key::Up,
        "ArrowDown" => Key::Down,
        "Home" => Key::Home,
        "End" => Key::End,
        "PageUp" => Key::PageUp,
        "PageDown" => Key::PageDown,
        "Shift" => Key::Shift,
        "Control" => Key::Control,
        other => return other.chars().next().unwrap_or(' '),
    };
    char::from(key)
}

/// One chord such as `Tab`, `+` or `Shift+Tab`, added to what is pressed before.
pub(crate) fn chord(mut actions: KeyActions, chord: &str) -> KeyActions {
    let names: Vec<&str> = match chord {
        "+" => vec!["+"],
        chord => chord.split('+').collect(),
    };
    for name in &names {
        actions = actions.then(KeyAction::Down { value: code(name) });
    }
    for name in names.iter().rev() {
        actions = actions.then(KeyAction::Up { value: code(name) });
    }
    actions
}
