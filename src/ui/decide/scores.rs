//! The scores behind the ranking: why each is what it is, and the reader's own.

use yew::prelude::*;

use super::markup::each;
use super::strategy::marked_name;
use super::strategy::name;
use crate::dataset::{Decide, Need, NeedScore, Text};
use crate::decide::{ScoreEdit, ScoreTable};
use crate::locale::fill;
use crate::ui::components::data_table::{Column, data_table};
use crate::ui::components::disclosure::disclosure_of;
use crate::ui::components::select::{SelectOption, bare_select};
use crate::ui::components::sources::source_details;
use crate::ui::context::{App, Surface, attr, rich, use_app};
use crate::ui::settings::SettingsChange;

#[derive(PartialEq, Properties)]
pub(super) struct ScoresProps {
    /// What the reader has changed.
    pub edits: Vec<ScoreEdit>,
    /// Changes the settings.
    pub set: Callback<SettingsChange>,
}

/// A table for each need, folded.
#[component]
pub(super) fn Scores(props: &ScoresProps) -> Html {
    let app = use_app();
    let Some(decide) = &app.data.document.decide else {
        return Html::default();
    };
    let words = &app.words.decide;
    let edited = ScoreTable::new(&app.data, &props.edits);
    let original = ScoreTable::new(&app.data, &[]);
    let tables = Tables {
        decide,
        edited: &edited,
        original: &original,
        set: &props.set,
    };
    html! {
        <section class="ovc-scores">
            { app.heading(2, "ovc-part-title", html! { words.scores }) }
            <p class="ovc-note">
                { words.scores_about }
                if app.is_live() {
                    { " " }{ words.scores_edit }
                }
            </p>
            { each(&decide.needs, &|at, need| tables.need(&app, at, need)) }
        </section>
    }
}

/// What the tables are made from.
struct Tables<'a> {
    decide: &'a Decide,
    edited: &'a ScoreTable,
    original: &'a ScoreTable,
    set: &'a Callback<SettingsChange>,
}

impl Tables<'_> {
    fn need(&self, app: &App, at: usize, need: &Need) -> Html {
        let words = &app.words.decide;
        let levels = 0..self.edited.levels();
        let is_changed =
            |level: &usize| self.edited.value(at, *level) != self.original.value(at, *level);
        let changed = levels.filter(is_changed).count();
        let summary = match changed {
            0 => need.name.to_string(),
            _ => {
                let values = [("need", &*need.name), ("count", &*changed.to_string())];
                fill(words.need_changed, &values)
            }
        };
        let columns = vec![
            Column::text(words.strategy),
            Column::text(words.score),
            Column::text(words.reason),
        ];
        let levels = &app.data.document.levels;
        let rows = each(levels, &|level, _| self.row(app, at, need, level));
        let is_static = app.surface == Surface::Static;
        let content = html! {
            <>
                if !app.is_live() {
                    <p class="ovc-note">{ rich(&need.question) }</p>
                }
                { data_table(app, attr(&need.name), columns, rows) }
                if is_static {
                    { source_details(app, &self.sources_of(need)) }
                }
            </>
        };
        disclosure_of(app, "ovc-figures ovc-reasons", html! { summary }, content)
    }

    fn score(&self, app: &App, need: &Need, level: usize) -> Option<&NeedScore> {
        let level = app.data.document.levels.get(level)?;
        let mut scores = self.decide.scores.iter();
        scores.find(|score| score.need == need.id && score.level == level.id)
    }

    /// The sources of all scores of a need, each once. The static page lists them so, because it must be short.
    fn sources_of(&self, need: &Need) -> Vec<Text> {
        let mut sources: Vec<Text> = Vec::new();
        let scores = self.decide.scores.iter();
        for score in scores.filter(|score| score.need == need.id) {
            for id in &score.sources {
                if !sources.contains(id) {
                    sources.push(id.clone());
                }
            }
        }
        sources
    }

    fn row(&self, app: &App, at: usize, need: &Need, level: usize) -> Html {
        let words = &app.words.decide;
        let (value, was) = (self.edited.value(at, level), self.original.value(at, level));
        let was_text = was.to_string();
        let score = self.score(app, need, level);
        html! {
            <tr key={level} data-id={app.data.document.levels.get(level).map(|level| attr(&level.id))}>
                <th scope="row">{ marked_name(app, level) }</th>
                <td data-value={value.to_string()}>
                    if app.is_live() {
                        { self.picker(app, at, need, level) }
                    } else {
                        { value }
                    }
                    if value != was {
                        { " " }<span class="ovc-remark">{ fill(words.score_changed, &[("value", &was_text)]) }</span>
                    }
                </td>
                <td>
                    if let Some(score) = score {
                        { rich(&score.reason) }
                        if app.surface != Surface::Static {
                            { source_details(app, &score.sources) }
                        }
                    }
                </td>
            </tr>
        }
    }

    fn picker(&self, app: &App, at: usize, need: &Need, level: usize) -> Html {
        let options: Vec<SelectOption> = (0..=4)
            .map(|score| SelectOption::new(score.to_string(), score.to_string()))
            .collect();
        let values = [("need", &*need.name), ("strategy", &*name(app, level))];
        let label = fill(app.words.decide.score_of, &values);
        let was = self.original.value(at, level);
        let set = self.set.clone();
        let on_select = Callback::from(move |text: String| {
            let Ok(value) = text.parse() else {
                return;
            };
            set.emit(Box::new(move |settings| {
                let edits = &mut settings.score_edits;
                edits.retain(|edit| (edit.need, edit.level) != (at, level));
                if value != was {
                    edits.push(ScoreEdit {
                        need: at,
                        level,
                        value,
                    });
                }
            }));
        });
        let value = self.edited.value(at, level).to_string();
        bare_select(Some(label.into()), &options, &value, &on_select)
    }
}
