use browser::studio::event;
use data::{Node, Path};
use editor::{Clause, Condition, Edit, Field, FileId, Join, Part, Relation, called, questions_for};
use yew::{Callback, Html, html};

use super::field::picks;
use super::{View, attr, entries, id};
use crate::msg::{EditMsg, Msg};

impl View<'_> {
    /// A condition as sentences, and groups of them.
    pub(super) fn rule(&self, path: &Path, field: &Field, node: Option<&Node>) -> Html {
        let Some(condition) = Condition::read(node) else {
            return html! { <p class="help">{ "It cannot be read as a condition; what is told below says why." }</p> };
        };
        let written = Written {
            on: self.on.clone(),
            path: path.clone(),
            needed: field.needed,
            condition: condition.clone(),
        };
        let group = Group { written: &written, condition: &condition, way: &[] };
        let none = if field.needed { "never: say when" } else { "always" };
        html! {
            <div class="condition">
                if condition.parts.is_empty() { <p class="help">{ none }</p> }
                { self.group(&group) }
            </div>
        }
    }

    fn group(&self, group: &Group<'_>) -> Html {
        let parts = group.condition.parts.iter().enumerate();
        let parts = parts.map(|(at, part)| match part {
            Part::Clause(clause) => self.clause(group, at, clause),
            Part::Group(condition) => {
                let way = [group.way, &[at]].concat();
                self.condition_inside(
                    group,
                    at,
                    &Group { written: group.written, condition, way: &way },
                )
            }
        });
        let count = group.condition.parts.len();
        let has_join = match group.way {
            [] => count > 1 || group.condition.join == Join::None,
            _ => count > 0,
        };
        html! {
            <>
                if has_join {
                    { group.join() }
                }
                <ul>{ for parts }</ul>
                { self.add_part(group) }
            </>
        }
    }

    /// A condition inside of another.
    fn condition_inside(&self, around: &Group<'_>, at: usize, group: &Group<'_>) -> Html {
        html! {
            <li class="group" role="group" aria-label="A condition inside of this one">
                { self.group(group) }
                { around.taken_out(at, "the condition inside") }
            </li>
        }
    }

    fn clause(&self, group: &Group<'_>, at: usize, clause: &Clause) -> Html {
        let questions = entries(self.open.draft.quiz().node().get("questions"));
        let asked = questions.iter().find(|it| it.text("id") == Some(&clause.question));
        let title = asked.map_or(clause.question.as_str(), called);
        let many = asked.is_some_and(|it| it.text("kind") == Some("many"));
        let choices = asked.map_or(&[][..], |it| entries(it.get("choices")));
        let base = group.id(&format!("{at}"));
        let relation = group.changed(move |parts, event: yew::events::Event| {
            if let Some(Part::Clause(clause)) = parts.get_mut(at) {
                clause.relation = match event::value(&event).as_str() {
                    "none" => Relation::NoneOf,
                    "many" => Relation::AtLeast(2),
                    _ => Relation::AnyOf,
                };
            }
        });
        let words = if many { ["includes", "includes none of"] } else { ["is", "is none of"] };
        let counted = matches!(clause.relation, Relation::AtLeast(_));
        html! {
            <li>
                <div class="row">
                    <em>{ title }</em>
                    <select id={format!("{base}-relation")} aria-label={format!("{title}: how it must be answered")} onchange={relation}>
                        <option value="any" selected={clause.relation == Relation::AnyOf}>{ words[0] }</option>
                        <option value="none" selected={clause.relation == Relation::NoneOf}>{ words[1] }</option>
                        if many || counted { <option value="many" selected={counted}>{ "has at least so many" }</option> }
                    </select>
                    if let Relation::AtLeast(count) = clause.relation { { group.at_least(at, count) } }
                    { group.taken_out(at, title) }
                </div>
                if !counted {
                    <ul class="choices">{ for choices.iter().map(|choice| group.pick(at, clause, choice, &base)) }</ul>
                }
            </li>
        }
    }

    fn add_part(&self, group: &Group<'_>) -> Html {
        let offered = questions_for(self.open.draft.quiz().node(), &group.written.path);
        if offered.is_empty() {
            return html! { <p class="help">{ "There is no earlier question for a condition to look at." }</p> };
        }
        let first_join = group.around().map(|around| inner_joins(around)[1]);
        let add = group.changed_as(move |group, event: yew::events::Event| {
            let value = event::value(&event);
            event::clear(&event);
            if let Some(join) = first_join.filter(|_| group.parts.is_empty()) {
                group.join = join;
            }
            if let Some((question, choice)) = value.split_once('.') {
                with(&mut group.parts, question, choice);
            }
        });
        let [empty, _] = inner_joins(group.condition.join);
        let nest = group.changed(move |parts, _: yew::events::MouseEvent| {
            parts.push(Part::Group(Condition { join: empty, parts: Vec::new() }));
        });
        html! {
            <div class="row">
                <label class="add">
                    { "Add: when somebody chose " }
                    <select id={group.id("add")} onchange={add}>
                        <option value="" selected=true>{ "…" }</option>
                        { picks(offered, "") }
                    </select>
                </label>
                if !group.condition.parts.is_empty() {
                    <button type="button" class="small" id={group.id("nest")} onclick={nest}>{ "Add a condition inside" }</button>
                }
            </div>
        }
    }
}

/// How a condition inside of one with this join is joined: while it is empty, so that it changes nothing, and once
/// something is in it.
fn inner_joins(around: Join) -> [Join; 2] {
    match around {
        Join::All => [Join::All, Join::Any],
        Join::Any | Join::None => [Join::Any, Join::All],
    }
}

/// A whole condition, and where it is written.
struct Written {
    on: Callback<Msg>,
    path: Path,
    needed: bool,
    condition: Condition,
}

/// A part of it with parts of its own, at a way of indices from the whole.
struct Group<'a> {
    written: &'a Written,
    condition: &'a Condition,
    way: &'a [usize],
}

impl Group<'_> {
    fn id(&self, name: &str) -> String {
        let way: String = self.way.iter().map(|at| format!("-{at}")).collect();
        format!("{}{way}-{name}", id(&self.written.path))
    }

    /// How the group around it is joined; none around the whole.
    fn around(&self) -> Option<Join> {
        let (_, way) = self.way.split_last()?;
        Some(self.written.condition.clone().group_mut(way)?.join)
    }

    /// Writes the whole with this group changed.
    fn changed_as<E: 'static>(&self, change: impl Fn(&mut Condition, E) + 'static) -> Callback<E> {
        let (path, needed) = (self.written.path.clone(), self.written.needed);
        let (whole, way) = (self.written.condition.clone(), self.way.to_vec());
        self.written.on.reform(move |event: E| {
            let mut whole = whole.clone();
            if let Some(group) = whole.group_mut(&way) {
                change(group, event);
            }
            let edit = match whole.rule() {
                Some(rule) => Edit::Set(path.clone(), rule),
                None if needed => Edit::Set(path.clone(), never()),
                None => Edit::Remove(path.clone()),
            };
            EditMsg::Wrote(FileId::QUIZ, edit).into()
        })
    }

    fn changed<E: 'static>(&self, change: impl Fn(&mut Vec<Part>, E) + 'static) -> Callback<E> {
        self.changed_as(move |group, event| change(&mut group.parts, event))
    }

    fn join(&self) -> Html {
        let now = self.condition.join;
        let chose = self.changed_as(|group, event: yew::events::Event| {
            group.join = match event::value(&event).as_str() {
                "any" => Join::Any,
                "none" => Join::None,
                _ => Join::All,
            };
        });
        html! {
            <label class="inline">
                { "when " }
                <select id={self.id("join")} onchange={chose}>
                    <option value="all" selected={now == Join::All}>{ "all of these hold" }</option>
                    <option value="any" selected={now == Join::Any}>{ "one of these holds" }</option>
                    <option value="none" selected={now == Join::None}>{ "none of these holds" }</option>
                </select>
            </label>
        }
    }

    fn taken_out(&self, at: usize, what: &str) -> Html {
        let without = self.changed(move |parts, _: yew::events::MouseEvent| drop(parts.remove(at)));
        html! {
            <button type="button" class="small" onclick={without}>
                { "Take this out" }<span class="spoken">{ format!(": {what}") }</span>
            </button>
        }
    }

    fn at_least(&self, at: usize, count: u32) -> Html {
        let typed = self.changed(move |parts, event: yew::events::InputEvent| {
            let digits: String =
                event::value(&event).chars().filter(char::is_ascii_digit).take(2).collect();
            if let Some(Part::Clause(clause)) = parts.get_mut(at) {
                clause.relation = Relation::AtLeast(digits.parse().unwrap_or(0));
            }
        });
        html! { <input type="text" inputmode="numeric" class="number" aria-label="How many" value={count.to_string()} oninput={typed} /> }
    }

    /// Whether a choice belongs to a clause; without any the clause goes.
    fn pick(&self, at: usize, clause: &Clause, choice: &Node, base: &str) -> Html {
        let of = choice.text("id").unwrap_or_default().to_owned();
        let is_chosen = clause.choices.contains(&of);
        let this = of.clone();
        let changed = self.changed(move |parts, event: yew::events::Event| {
            let Some(Part::Clause(clause)) = parts.get_mut(at) else { return };
            clause.choices.retain(|it| *it != this);
            if event::checked(&event) {
                clause.choices.push(this.clone());
            }
            if clause.choices.is_empty() {
                parts.remove(at);
            }
        });
        html! {
            <li><label class="check">
                <input type="checkbox" id={attr(&format!("{base}-{of}"))} checked={is_chosen} onchange={changed} />
                { called(choice) }
            </label></li>
        }
    }
}

/// A rule that never holds: nobody has said yet when it does.
fn never() -> Node {
    Node::Object(vec![("any".to_owned(), Node::List(Vec::new()))])
}

/// Adds a choice: to the sentence about its question, where there is one, else as a new sentence.
fn with(parts: &mut Vec<Part>, question: &str, choice: &str) {
    let same = parts.iter_mut().find_map(|part| match part {
        Part::Clause(clause)
            if clause.question == question && clause.relation == Relation::AnyOf =>
        {
            Some(clause)
        }
        _ => None,
    });
    match same {
        Some(clause) if clause.choices.iter().all(|it| it != choice) => {
            clause.choices.push(choice.to_owned());
        }
        Some(_) => {}
        None => parts.push(Part::Clause(Clause {
            question: question.to_owned(),
            relation: Relation::AnyOf,
            choices: vec![choice.to_owned()],
        })),
    }
}
