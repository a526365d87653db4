//! An application of Yew with the widget in it.

use open_vs_closed::OpenVsClosed;
use open_vs_closed::page::{formats, use_dataset};
use open_vs_closed::state::ViewState;
use open_vs_closed::style::STYLESHEET;
use yew::prelude::*;

#[component]
fn App() -> Html {
    let data = use_dataset("debate.json");
    let formats = use_memo((), |()| formats("en"));
    let event = use_state(|| None);
    let on_change = {
        let event = event.clone();
        use_callback((), move |state: ViewState, ()| event.set(state.event))
    };
    html! {
        <>
            <style>{ STYLESHEET }</style>
            <h1>{ "An application of Yew" }</h1>
            <p id="event">{ event.as_deref().unwrap_or("No event is open.").to_owned() }</p>
            {
                match data {
                    None => html! { <p>{ "Loading…" }</p> },
                    Some(Err(message)) => html! { <p role="alert">{ message }</p> },
                    Some(Ok(fetched)) => html! {
                        <OpenVsClosed data={fetched.data} left_out={fetched.left_out}
                            formats={(*formats).clone()} {on_change} />
                    },
                }
            }
        </>
    }
}

fn main() {
    yew::Renderer::<App>::new().render();
}
