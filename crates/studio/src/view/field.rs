use browser::studio::{event, picture};
use data::{Node, Path, Step};
use editor::{
    Edit, Field, FieldType, FileId, Word, called, former_label, full_link, overlay_name,
    with_figures,
};
use yew::{Callback, Html, html};

use super::picks::{Offered, Picks};
use super::{View, entries, id, inside};
use crate::model::Page;
use crate::msg::{EditMsg, ShowMsg};

impl View<'_> {
    /// A field of a form, with what is told of it.
    pub(super) fn field(&self, base: &Path, field: &Field) -> Html {
        let path = inside(base, field.path);
        let node = self.open.draft.quiz().at(&path);
        let is_group = matches!(field.is, FieldType::Range | FieldType::Rule | FieldType::Sources);
        let input = match field.is {
            FieldType::Line | FieldType::Date | FieldType::Colour => self.line(&path, field, node),
            FieldType::Link => self.link_line(&path, field, node),
            FieldType::Text => self.area(&path, field, node),
            FieldType::Lines => self.lines(&path, node),
            FieldType::Number => self.number(&path, field, node),
            FieldType::Range => self.range(&path, field, node),
            FieldType::OneOf(words) => self.one_of(&path, words, node),
            FieldType::Flag => return self.flag(&path, field, node),
            FieldType::Rule => self.rule(&path, field, node),
            FieldType::Pick => self.pick(&path, field, node),
            FieldType::Sources => self.sources(&path, node),
            FieldType::Picture => self.picture(&path, field, node),
        };
        let optional = if field.needed { "" } else { " (can be left out)" };
        let help = (!field.help.is_empty()).then(|| {
            html! { <p class="help" id={format!("{}-help", id(&path))}>{ field.help }</p> }
        });
        if is_group {
            return html! {
                <fieldset class="field" id={id(&path)}>
                    <legend>{ field.label }<small>{ optional }</small></legend>
                    { for help }{ input }{ self.notes(&path) }
                </fieldset>
            };
        }
        html! {
            <div class="field">
                <label for={id(&path)}>{ field.label }<small>{ optional }</small></label>
                { for help }{ for self.renamed(&path, field) }{ input }{ self.notes(&path) }{ self.older(&path) }
            </div>
        }
    }

    /// Which translations of a text are older than it, each a way to it; nothing while somebody types there. It is
    /// one node whatever it has: with a node more behind it Yew would make the field anew, and lose its focus.
    fn older(&self, path: &Path) -> Html {
        let is_text = path.0.iter().any(|step| *step == Step::from("words"));
        if !is_text || self.open.is_in_field(path) {
            return Html::default();
        }
        let older = self.open.older_translations(path);
        let quiz = self.open.draft.quiz();
        let way = |tag: &String| {
            let to = match self.open.draft.find(&overlay_name(quiz.name(), tag)) {
                Some(file) => {
                    let key = path.key(quiz.node());
                    ShowMsg::WentToPlace(file, Path::new(["words".into(), key.as_str().into()]))
                }
                None => ShowMsg::WentTo(Page::Language(Some(tag.clone()))),
            };
            html! { <button type="button" class="place" onclick={self.sends(to)}>{ self.open.language_title(tag) }</button> }
        };
        html! {
            if !older.is_empty() {
                <p class="help older" id={format!("{}-older", id(path))}>
                    { "Translated from an older text: " }{ for older.iter().map(way) }
                </p>
            }
        }
    }

    /// What to look at again if a choice has another label and is still called the same in running text.
    fn renamed(&self, path: &Path, field: &Field) -> Option<Html> {
        let [choice @ .., _, _] = &path.0[..] else { return None };
        let draft = &self.open.draft;
        let (before, quiz) = (draft.before(FileId::QUIZ), draft.quiz().node());
        let label = former_label(before, quiz, &Path(choice.to_vec()))
            .filter(|_| field.path == ["words", "short"])?;
        let told =
            format!("The label was “{label}” before. Does this text still fit the new label?");
        Some(html! { <p class="hint" id={format!("{}-renamed", id(path))}>{ told }</p> })
    }

    /// Writes what was typed; of what can be left out an empty text takes the field out.
    fn wrote<E: AsRef<yew::events::Event> + 'static>(
        &self,
        path: &Path,
        field: &Field,
    ) -> Callback<E> {
        let (path, needed) = (path.clone(), field.needed);
        self.when(move |event: E| {
            let value = event::value(event.as_ref());
            let edit = if value.is_empty() && !needed {
                Edit::Remove(path.clone())
            } else {
                Edit::Set(path.clone(), Node::Text(value))
            };
            EditMsg::Wrote(FileId::QUIZ, edit)
        })
    }

    fn described(&self, path: &Path, field: &Field) -> String {
        let mut by = Vec::new();
        if !field.help.is_empty() {
            by.push(format!("{}-help", id(path)));
        }
        if self.renamed(path, field).is_some() {
            by.push(format!("{}-renamed", id(path)));
        }
        if self.open.notes_at(path).next().is_some() {
            by.push(format!("{}-told", id(path)));
        }
        by.join(" ")
    }

    fn is_wrong(&self, path: &Path) -> Option<&'static str> {
        (self.open.counts(path).to_fix > 0).then_some("true")
    }

    fn line(&self, path: &Path, field: &Field, node: Option<&Node>) -> Html {
        let is_date = field.is == FieldType::Date;
        let kind = if is_date { "date" } else { "text" };
        html! {
            <>
                <input type={kind} id={id(path)} value={text(node)} autocomplete="off"
                    aria-describedby={self.described(path, field)} aria-invalid={self.is_wrong(path)}
                    oninput={self.wrote(path, field)} onfocus={self.sends(EditMsg::EnteredField)} onblur={self.sends(EditMsg::LeftField)} />
                if is_date { <p class="help day" id={format!("{}-day", id(path))}>{ self.day(&text(node)) }</p> }
            </>
        }
    }

    /// Once it is left, what people write for a link becomes one.
    fn link_line(&self, path: &Path, field: &Field, node: Option<&Node>) -> Html {
        let left = match full_link(&text(node)) {
            Some(link) => {
                let edit = Edit::Set(path.clone(), Node::Text(link));
                self.sends_both(EditMsg::Wrote(FileId::QUIZ, edit), EditMsg::LeftField)
            }
            None => self.sends(EditMsg::LeftField),
        };
        html! {
            <input type="text" inputmode="url" id={id(path)} value={text(node)} autocomplete="off"
                aria-describedby={self.described(path, field)} aria-invalid={self.is_wrong(path)}
                oninput={self.wrote(path, field)} onfocus={self.sends(EditMsg::EnteredField)} onblur={left} />
        }
    }

    fn area(&self, path: &Path, field: &Field, node: Option<&Node>) -> Html {
        html! {
            <>
                <textarea id={id(path)} rows="3" value={text(node)}
                    aria-describedby={self.described(path, field)} aria-invalid={self.is_wrong(path)}
                    oninput={self.wrote(path, field)} onfocus={self.sends(EditMsg::EnteredField)} onblur={self.sends(EditMsg::LeftField)} />
                if with_figures(path).is_some() { { self.makes_figure(path, field) } }
            </>
        }
    }

    /// Makes a figure of what is selected in a text.
    fn makes_figure(&self, path: &Path, field: &Field) -> Html {
        let (area, at) = (id(path), path.clone());
        let made = self.when(move |_: yew::events::MouseEvent| {
            EditMsg::MadeFigure(at.clone(), event::selection(&area))
        });
        html! {
            <button type="button" class="small" id={format!("{}-figure", id(path))} onclick={made}>{ "Make the selected words a figure" }<span class="spoken">{ ": " }{ field.label }</span></button>
        }
    }

    fn lines(&self, path: &Path, node: Option<&Node>) -> Html {
        let lines: Vec<String> = entries(node).iter().map(|it| text(Some(it))).collect();
        let rows = lines.len().max(2).to_string();
        let at = path.clone();
        let wrote = self.when(move |event: yew::events::InputEvent| {
            let value = event::value(&event);
            let lines = value.split('\n').map(|line| Node::Text(line.to_owned())).collect();
            EditMsg::Wrote(FileId::QUIZ, Edit::Set(at.clone(), Node::List(lines)))
        });
        html! {
            <textarea id={id(path)} rows={rows} value={lines.join("\n")} aria-invalid={self.is_wrong(path)}
                oninput={wrote} onfocus={self.sends(EditMsg::EnteredField)} onblur={self.sends(EditMsg::LeftField)} />
        }
    }

    fn number(&self, path: &Path, field: &Field, node: Option<&Node>) -> Html {
        let (at, needed) = (path.clone(), field.needed);
        let wrote = self.when(move |event: yew::events::InputEvent| {
            let edit = match typed(&event::value(&event)) {
                Some(number) => Edit::Set(at.clone(), number),
                None if needed => Edit::Set(at.clone(), Node::Null),
                None => Edit::Remove(at.clone()),
            };
            EditMsg::Wrote(FileId::QUIZ, edit)
        });
        html! {
            <input type="text" inputmode="numeric" class="number" id={id(path)} value={digits(node)}
                aria-describedby={self.described(path, field)} aria-invalid={self.is_wrong(path)}
                oninput={wrote} onfocus={self.sends(EditMsg::EnteredField)} onblur={self.sends(EditMsg::LeftField)} />
        }
    }

    fn range(&self, path: &Path, field: &Field, node: Option<&Node>) -> Html {
        let ends = match node {
            Some(Node::List(ends)) => [ends.first(), ends.get(1)].map(digits),
            _ => [String::new(), String::new()],
        };
        let now = ends.clone().map(|it| typed(&it));
        let input = |end: usize, label: &'static str| {
            let (at, needed, now) = (path.clone(), field.needed, now.clone());
            let wrote = self.when(move |event: yew::events::InputEvent| {
                let mut ends = now.clone();
                ends[end] = typed(&event::value(&event));
                EditMsg::Wrote(FileId::QUIZ, ranged(&at, ends, needed))
            });
            let name = if end == 0 { "from" } else { "to" };
            html! {
                <label class="inline">
                    { label }{ " " }
                    <input type="text" inputmode="numeric" class="number" id={format!("{}-{name}", id(path))}
                        value={ends[end].clone()} aria-invalid={self.is_wrong(path)}
                        oninput={wrote} onfocus={self.sends(EditMsg::EnteredField)} onblur={self.sends(EditMsg::LeftField)} />
                </label>
            }
        };
        html! { <div class="row">{ input(0, "from") }{ input(1, "to") }</div> }
    }

    /// The picture that is chosen, and a file to choose another.
    fn picture(&self, path: &Path, field: &Field, node: Option<&Node>) -> Html {
        let (now, at) = (text(node), path.clone());
        let on = self.when(move |chosen| EditMsg::ChosePicture(at.clone(), chosen));
        let dropped = on.clone();
        let chosen =
            Callback::from(move |event: yew::events::Event| picture::chosen(&event, on.clone()));
        let dropped = Callback::from(move |event: yew::events::DragEvent| {
            picture::dropped(&event, dropped.clone())
        });
        let removed = self.sends(EditMsg::Wrote(FileId::QUIZ, Edit::Remove(path.clone())));
        let name = now.rsplit('/').next().unwrap_or_default().to_owned();
        html! {
            <div class="picture row" ondrop={dropped}>
                if !now.is_empty() {
                    <img src={self.open.pictures.address(&now).to_owned()} alt="" width="64" height="64" />
                    <span>{ name }</span>
                    <button type="button" class="small" id={format!("{}-remove", id(path))} onclick={removed}>{ "Remove the picture" }</button>
                }
                <input type="file" id={id(path)} accept="image/*" aria-describedby={self.described(path, field)} onchange={chosen} />
            </div>
        }
    }

    fn one_of(&self, path: &Path, words: &'static [Word], node: Option<&Node>) -> Html {
        let now = text(node);
        let at = path.clone();
        let chose = self.when(move |event: yew::events::Event| {
            EditMsg::Wrote(FileId::QUIZ, Edit::Set(at.clone(), Node::Text(event::value(&event))))
        });
        let is_known = words.iter().any(|word| word.word == now);
        let option = |word: &Word| {
            html! { <option value={word.word} selected={word.word == now}>{ word.label }</option> }
        };
        html! {
            <select id={id(path)} onchange={chose} aria-invalid={self.is_wrong(path)}>
                if !is_known { <option value={now.clone()} selected=true>{ &now }</option> }
                { for words.iter().map(option) }
            </select>
        }
    }

    fn flag(&self, path: &Path, field: &Field, node: Option<&Node>) -> Html {
        let at = path.clone();
        let changed = self.when(move |event: yew::events::Event| {
            let edit = if event::checked(&event) {
                Edit::Set(at.clone(), Node::Flag(true))
            } else {
                Edit::Remove(at.clone())
            };
            EditMsg::Wrote(FileId::QUIZ, edit)
        });
        html! {
            <div class="field">
                <label class="check">
                    <input type="checkbox" id={id(path)} checked={node == Some(&Node::Flag(true))} onchange={changed} />
                    { field.label }
                </label>
                { self.notes(path) }
            </div>
        }
    }

    fn pick(&self, path: &Path, field: &Field, node: Option<&Node>) -> Html {
        let now = text(node);
        let (at, needed) = (path.clone(), field.needed);
        let chose = self.when(move |event: yew::events::Event| {
            let value = event::value(&event);
            let edit = if value.is_empty() && !needed {
                Edit::Remove(at.clone())
            } else {
                Edit::Set(at.clone(), Node::Text(value))
            };
            EditMsg::Wrote(FileId::QUIZ, edit)
        });
        html! {
            <select id={id(path)} onchange={chose} aria-invalid={self.is_wrong(path)}>
                <option value="" selected={now.is_empty()}>{ if field.needed { "Choose …" } else { "–" } }</option>
                { picks(entries(self.open.draft.quiz().node().get("questions")), &now) }
            </select>
        }
    }

    fn sources(&self, path: &Path, node: Option<&Node>) -> Html {
        let chosen: Vec<String> = entries(node).iter().map(|it| text(Some(it))).collect();
        let mut known: Vec<&Node> =
            entries(self.open.draft.quiz().node().get("sources")).iter().collect();
        let own = self.sources_around(path);
        known.sort_by_key(|it| !own.iter().any(|of| it.text("id") == Some(of)));
        let row = |source: &Node| {
            let of = source.text("id").unwrap_or_default().to_owned();
            let (at, before, this) = (path.clone(), chosen.clone(), of.clone());
            let changed = self.when(move |event: yew::events::Event| {
                EditMsg::Wrote(
                    FileId::QUIZ,
                    Edit::Set(at.clone(), cited(&before, &this, event::checked(&event))),
                )
            });
            html! {
                <li key={of.clone()}><label class="check">
                    <input type="checkbox" id={format!("{}-{of}", id(path))} checked={chosen.contains(&of)} onchange={changed} />
                    <span>{ called(source) }<small>{ " " }{ source.text("published").unwrap_or_default() }</small></span>
                </label></li>
            }
        };
        let is_long = known.len() > MANY;
        let with = self.open.sources_with.as_ref().filter(|(at, _)| at == path);
        let with = with.map(|(_, words)| words.clone()).unwrap_or_default();
        let is_listed = |source: &&Node| {
            let of = source.text("id").unwrap_or_default();
            let has = |text: &str| text.to_lowercase().contains(&with.to_lowercase());
            has(called(source)) || has(of) || chosen.iter().any(|it| it == of)
        };
        let names = known.iter().filter(|it| chosen.iter().any(|of| it.text("id") == Some(of)));
        let names: Vec<&str> = names.copied().map(called).collect();
        html! {
            <details class="sources">
                <summary>{ if names.is_empty() { "None chosen".to_owned() } else { names.join("; ") } }</summary>
                if is_long { { self.filter_of_sources(path, &with) } }
                <ul>{ for known.iter().copied().filter(is_listed).map(row) }</ul>
            </details>
        }
    }

    fn filter_of_sources(&self, path: &Path, with: &str) -> Html {
        let at = path.clone();
        let filtered = self.when(move |event: yew::events::InputEvent| {
            ShowMsg::FilteredSources(at.clone(), event::value(&event))
        });
        html! {
            <label class="inline">{ "Show only those with " }<input type="search" id={format!("{}-filter", id(path))} autocomplete="off" value={with.to_owned()} oninput={filtered} /></label>
        }
    }

    /// The sources of the thing that a figure is in.
    fn sources_around(&self, path: &Path) -> Vec<String> {
        let is_figure = path.0.get(2) == Some(&Step::from("figures"));
        let thing = Path(path.0.iter().take(2).cloned().collect());
        let sources = thing.node(self.open.draft.quiz().node()).filter(|_| is_figure);
        entries(sources.and_then(|it| it.get("sources"))).iter().map(|it| text(Some(it))).collect()
    }
}

/// More sources than this can be filtered.
const MANY: usize = 12;

/// Every choice of questions as options, by `question.choice`.
pub(super) fn picks(questions: &[Node], now: &str) -> Html {
    html! { <Picks ..Offered::of(questions, now) /> }
}

pub(super) fn text(node: Option<&Node>) -> String {
    match node {
        Some(Node::Text(text)) => text.clone(),
        _ => String::new(),
    }
}

/// A number as it was typed, even if it is none.
fn digits(node: Option<&Node>) -> String {
    match node {
        Some(Node::Number(number)) => number.to_string(),
        Some(Node::Text(typed)) => typed.clone(),
        _ => String::new(),
    }
}

/// What was typed into the field of a number: a whole number, else the text, which the check then speaks of;
/// none if it is empty.
fn typed(value: &str) -> Option<Node> {
    let is_whole = value.len() <= 6 && value.bytes().all(|byte| byte.is_ascii_digit());
    match value.parse() {
        _ if value.trim().is_empty() => None,
        Ok(number) if is_whole => Some(Node::Number(number)),
        _ => Some(Node::Text(value.to_owned())),
    }
}

/// A range; an end that is not there yet is empty.
fn ranged(path: &Path, ends: [Option<Node>; 2], needed: bool) -> Edit {
    if ends.iter().all(Option::is_none) {
        return if needed {
            Edit::Set(path.clone(), Node::Null)
        } else {
            Edit::Remove(path.clone())
        };
    }
    let ends = ends.map(|end| end.unwrap_or_else(|| Node::Text(String::new())));
    Edit::Set(path.clone(), Node::List(ends.to_vec()))
}

/// The ids of sources with one more, or one fewer.
fn cited(before: &[String], this: &str, is_chosen: bool) -> Node {
    let mut ids: Vec<&str> = before.iter().map(String::as_str).filter(|it| *it != this).collect();
    if is_chosen {
        ids.push(this);
    }
    Node::List(ids.into_iter().map(|id| Node::Text(id.to_owned())).collect())
}

#[cfg(test)]
mod tests {
    use data::{Node, Path};
    use editor::Edit;

    use super::{ranged, typed};

    #[test]
    fn what_is_typed_is_kept() {
        for (value, number) in [("0", 0), ("35", 35), ("999999", 999_999)] {
            assert_eq!(typed(value), Some(Node::Number(number)));
        }
        for value in ["3.5", "-3", "three", "1000000", "3 ", "３"] {
            assert_eq!(typed(value), Some(Node::Text(value.to_owned())), "{value}");
        }
        for value in ["", "  "] {
            assert_eq!(typed(value), None);
        }
    }

    #[test]
    fn one_end_of_a_range_never_changes_the_other() {
        let set = |ends: [Node; 2]| Edit::Set(Path::default(), Node::List(ends.to_vec()));
        let (three, none) = (Node::Number(3), Node::Text(String::new()));
        let both = |needed| {
            [
                ranged(&Path::default(), [Some(three.clone()), None], needed),
                ranged(&Path::default(), [None, Some(three.clone())], needed),
                ranged(&Path::default(), [None, None], needed),
            ]
        };
        let ends = [set([three.clone(), none.clone()]), set([none, three.clone()])];
        let empty = [Edit::Set(Path::default(), Node::Null), Edit::Remove(Path::default())];
        for (needed, empty) in [true, false].into_iter().zip(empty) {
            assert_eq!(both(needed), [ends[0].clone(), ends[1].clone(), empty]);
        }
    }
}
