use yew::{Html, html};

use super::super::act::Act;
use super::{Look, counted, heading};
use crate::check::Severity;
use crate::data::Path;
use crate::draft::Place;

impl Look<'_> {
    /// Everything that was found, in one list.
    pub(super) fn problems(&self) -> Html {
        let ready = self.desk.ready();
        let mendable = self.desk.told.iter().filter(|(_, it)| it.finding.fix.is_some()).count();
        let all = self.desk.told.iter().enumerate().map(|(number, (file, place))| {
            let name = self.desk.draft.papers()[*file].name();
            html! {
                <li class={severity(place)}>
                    <button type="button" class="place" onclick={self.act(Act::Show(*file, place.path.clone()))}>
                        if *file > 0 { { name }{ ": " } }
                        { &place.finding.place }
                    </button>
                    { self.words(number, place) }
                </li>
            }
        });
        html! {
            <>
                { heading("Problems") }
                <p>
                    { counted(ready.errors, "thing") }{ " to mend before it can be published, " }
                    { counted(ready.warnings, "thing") }{ " to look at." }
                    if !self.desk.is_proved { { " Ways through the quiz are still being checked." } }
                </p>
                if mendable > 0 {
                    <button type="button" id="mend-all" onclick={self.act(Act::MendAll)}>{ format!("Mend {mendable} at once") }</button>
                }
                <ul class="told" id="all-problems">{ for all }</ul>
            </>
        }
    }

    /// What is told of a place and of nothing further inside, for its field.
    pub(super) fn told(&self, path: &Path) -> Html {
        let told: Vec<Html> =
            self.desk.told_at(path).map(|(number, place)| self.problem(number, place)).collect();
        if told.is_empty() {
            return Html::default();
        }
        html! { <ul class="told" id={format!("{}-told", super::id(path))}>{ for told }</ul> }
    }

    pub(super) fn problem(&self, number: usize, place: &Place) -> Html {
        html! { <li class={severity(place)}>{ self.words(number, place) }</li> }
    }

    pub(super) fn words(&self, number: usize, place: &Place) -> Html {
        let finding = &place.finding;
        let mend = finding.fix.as_ref().filter(|fix| !fix.text.is_empty() || !fix.span.is_empty());
        html! {
            <>
                <span class="spoken">{ if finding.severity == Severity::Error { "To mend: " } else { "To look at: " } }</span>
                <span>{ capital(&finding.found) }{ " " }{ &finding.cure }</span>
                if let Some(fix) = mend {
                    { " " }
                    <button type="button" class="mend" onclick={self.act(Act::Mend(number))}>
                        { if fix.text.is_empty() { "Mend: take it out".to_owned() } else { format!("Mend: write {}", fix.text) } }
                    </button>
                }
            </>
        }
    }
}

fn severity(place: &Place) -> &'static str {
    place.finding.severity.name()
}

/// What was found begins with a verb, as it follows the place; without the place "This" does.
fn capital(found: &str) -> String {
    format!("This {found}")
}
