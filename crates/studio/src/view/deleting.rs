use data::{Path, Step};
use editor::{CleanUp, FieldType, VisitorCleanup, dependents, form, title};
use yew::{Html, html};

use super::{KEEP, View, counted};
use crate::msg::{EditMsg, ShowMsg};

impl View<'_> {
    /// What the person is asked before a thing is deleted.
    pub(super) fn asked(&self, at: &Path) -> Html {
        if self.open.asked.as_ref() != Some(at) {
            return Html::default();
        }
        let quiz = self.open.draft.quiz().node();
        let name = at.node(quiz).map(|it| title(quiz, it)).unwrap_or_default();
        let clean_up = CleanUp::of(&self.open.draft, at);
        let is_needed = clean_up.is_needed();
        html! {
            <div class="asked" role="alertdialog" aria-labelledby="asked-title" aria-describedby="asked-text" onkeydown={self.escaped(ShowMsg::KeptEntry)}>
                <h3 id="asked-title">{ format!("Delete “{name}”?") }</h3>
                <div id="asked-text">
                    if is_needed {
                        { self.consequences(at, &clean_up) }
                    } else {
                        <p>{ "Nothing depends on it. Its translations go too." }</p>
                    }
                </div>
                <div class="row">
                    if is_needed {
                        <button type="button" id="clean-up" class="danger" onclick={self.sends(EditMsg::CleanedUp(at.clone()))}>{ "Delete it and clean up" }</button>
                    }
                    <button type="button" id="delete" class="danger" onclick={self.sends(EditMsg::Deleted(at.clone()))}>{ if is_needed { "Delete only this" } else { "Delete" } }</button>
                    <button type="button" id={KEEP} onclick={self.sends(ShowMsg::KeptEntry)}>{ "Keep it" }</button>
                </div>
            </div>
        }
    }

    /// What cleaning up does, before anybody presses it.
    fn consequences(&self, at: &Path, clean_up: &CleanUp) -> Html {
        let others: Vec<Path> = clean_up.deleted.iter().filter(|it| *it != at).cloned().collect();
        let left = dependents(self.open.draft.quiz().node(), at).len();
        let refer = if left == 1 { "refers" } else { "refer" };
        html! {
            <>
                { self.things("asked-deleted", "Cleaning up also deletes what no visitor could see any more:", &others) }
                { self.things("asked-changed", "It is taken out of the conditions and sources of:", &clean_up.changed) }
                { self.things("asked-widened", "These lose their condition and are shown to everyone they are for:", &clean_up.widened) }
                { self.things("asked-undecided", "These stay as they are, or everyone would see them. Decide when to show them:", &clean_up.undecided) }
                { self.things("asked-unsourced", "These are left without a source. Give them another one:", &clean_up.unsourced) }
                { visitors(clean_up.visitors) }
                if left > 0 {
                    <p>{ format!("If you delete only this, {} still {refer} to it and must be fixed by hand.", counted(left, "place")) }</p>
                }
                <p>{ "Undo brings everything back at once." }</p>
            </>
        }
    }

    fn things(&self, id: &'static str, told: &'static str, paths: &[Path]) -> Html {
        if paths.is_empty() {
            return Html::default();
        }
        html! {
            <>
                <p>{ told }</p>
                <ul id={id}>{ for paths.iter().map(|path| self.consequence(path)) }</ul>
            </>
        }
    }

    /// A thing by its kind and its title; a caution with its level, which says what visitors lose.
    fn consequence(&self, path: &Path) -> Html {
        let Some(node) = self.open.draft.quiz().at(path) else { return Html::default() };
        let list = path.0.first().and_then(|step| match step {
            Step::Field(name) => form(name),
            Step::Entry(_) => None,
        });
        let level = list.filter(|list| list.name == "cautions").and_then(|list| {
            let mut words = list.fields.iter().flat_map(|field| match field.is {
                FieldType::OneOf(words) if field.path == ["level"] => words,
                _ => &[],
            });
            words.find(|word| node.text("level") == Some(word.word))
        });
        html! {
            <li>
                { list.map_or("", |list| list.one) }{ format!(" “{}” ", title(self.open.draft.quiz().node(), node)) }
                if let Some(level) = level { <strong class={level.word}>{ level.label }</strong> }
            </li>
        }
    }
}

/// What becomes of the test visitors.
fn visitors(after: VisitorCleanup) -> Html {
    if after.changed == 0 {
        return Html::default();
    }
    let of_them = |count: usize, one: &str, many: &str| match count {
        0 => String::new(),
        1 => format!(" 1 of them {one}."),
        _ => format!(" {count} of them {many}."),
    };
    let lose = if after.changed == 1 { "loses" } else { "lose" };
    let told = [
        format!(
            "{} {lose} the answers or expectations that name it.",
            counted(after.changed, "test visitor")
        ),
        of_them(
            after.unanswered,
            "then has a question to answer",
            "then have a question to answer",
        ),
        of_them(after.aimless, "then expects nothing", "then expect nothing"),
    ];
    html! { <p id="asked-visitors">{ told.concat() }</p> }
}
