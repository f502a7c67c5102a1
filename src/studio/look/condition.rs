use yew::{Callback, Html, html};

use super::super::act::Act;
use super::{Look, attr, entries, id};
use crate::browser::studio::event;
use crate::data::{Node, Path};
use crate::draft::{Clause, Condition, Edit, Field, Join, Relation, called};
use crate::report::condition_in_words;

impl Look<'_> {
    /// A condition as sentences.
    pub(super) fn rule(&self, path: &Path, field: &Field, node: Option<&Node>) -> Html {
        let Some(condition) = Condition::read(node) else { return self.deep_rule(node) };
        let writes = Writes { on: self.on.clone(), path: path.clone(), needed: field.needed };
        let always = condition.clauses.is_empty();
        let clauses = condition.clauses.iter().enumerate();
        let clauses = clauses.map(|(at, clause)| self.clause(&writes, &condition, at, clause));
        let none = if field.needed { "never: say when" } else { "always" };
        html! {
            <div class="condition">
                if always { <p class="help">{ none }</p> }
                if condition.clauses.len() > 1 { { join(path, &writes, &condition) } }
                <ul>{ for clauses }</ul>
                { self.add_clause(path, &writes, &condition) }
            </div>
        }
    }

    /// One that is deeper than sentences joined in one way.
    fn deep_rule(&self, node: Option<&Node>) -> Html {
        let item = Node::Object(vec![("when".to_owned(), node.cloned().unwrap_or(Node::Null))]);
        let words = condition_in_words(self.desk.draft.quiz().node(), &item);
        html! {
            <>
                <p>{ words }</p>
                <p class="help">{ "This condition has conditions inside of one another. It is kept as it is; it can be changed in the file." }</p>
            </>
        }
    }

    fn clause(&self, writes: &Writes, condition: &Condition, at: usize, clause: &Clause) -> Html {
        let questions = entries(self.desk.draft.quiz().node().get("questions"));
        let asked = questions.iter().find(|it| it.text("id") == Some(&clause.question));
        let title = asked.map_or(clause.question.as_str(), called);
        let many = asked.is_some_and(|it| it.text("kind") == Some("many"));
        let choices = asked.map_or(&[][..], |it| entries(it.get("choices")));
        let base = format!("{}-{at}", id(&writes.path));
        let relation = {
            let condition = condition.clone();
            writes.callback(move |event: yew::events::Event| {
                let mut condition = condition.clone();
                let clause = &mut condition.clauses[at];
                clause.relation = match event::value(&event).as_str() {
                    "none" => Relation::NoneOf,
                    "many" => Relation::AtLeast(2),
                    _ => Relation::AnyOf,
                };
                condition
            })
        };
        let words = if many { ["includes", "includes none of"] } else { ["is", "is none of"] };
        let without = {
            let mut condition = condition.clone();
            condition.clauses.remove(at);
            writes.callback(move |_: yew::events::MouseEvent| condition.clone())
        };
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
                    if let Relation::AtLeast(count) = clause.relation { { at_least(writes, condition, at, count) } }
                    <button type="button" class="small" onclick={without}>{ "Take this out" }<span class="spoken">{ format!(": {title}") }</span></button>
                </div>
                if !counted {
                    <ul class="choices">{ for choices.iter().map(|choice| pick(writes, condition, at, choice, &base)) }</ul>
                }
            </li>
        }
    }

    fn add_clause(&self, path: &Path, writes: &Writes, condition: &Condition) -> Html {
        let condition = condition.clone();
        let add = writes.callback(move |event: yew::events::Event| {
            let value = event::value(&event);
            event::clear(&event);
            let mut condition = condition.clone();
            if let Some((question, choice)) = value.split_once('.') {
                with(&mut condition, question, choice);
            }
            condition
        });
        html! {
            <label class="add">
                { "Add: when somebody chose " }
                <select id={format!("{}-add", id(path))} onchange={add}>
                    <option value="" selected=true>{ "…" }</option>
                    { self.picks("") }
                </select>
            </label>
        }
    }
}

/// Where a condition is written.
struct Writes {
    on: Callback<Act>,
    path: Path,
    needed: bool,
}

impl Writes {
    fn callback<E: 'static>(&self, condition: impl Fn(E) -> Condition + 'static) -> Callback<E> {
        let (path, needed) = (self.path.clone(), self.needed);
        self.on.reform(move |event: E| {
            let edit = match condition(event).rule() {
                Some(rule) => Edit::Set(path.clone(), rule),
                None if needed => Edit::Set(path.clone(), never()),
                None => Edit::Remove(path.clone()),
            };
            Act::Edit(0, edit)
        })
    }
}

/// A rule that never holds: nobody has said yet when it does.
fn never() -> Node {
    Node::Object(vec![("any".to_owned(), Node::List(Vec::new()))])
}

fn with(condition: &mut Condition, question: &str, choice: &str) {
    let same = condition
        .clauses
        .iter_mut()
        .find(|it| it.question == question && it.relation == Relation::AnyOf);
    match same {
        Some(clause) if clause.choices.iter().all(|it| it != choice) => {
            clause.choices.push(choice.to_owned());
        }
        Some(_) => {}
        None => condition.clauses.push(Clause {
            question: question.to_owned(),
            relation: Relation::AnyOf,
            choices: vec![choice.to_owned()],
        }),
    }
}

fn join(path: &Path, writes: &Writes, condition: &Condition) -> Html {
    let now = condition.join;
    let condition = condition.clone();
    let chose = writes.callback(move |event: yew::events::Event| Condition {
        join: if event::value(&event) == "any" { Join::Any } else { Join::All },
        ..condition.clone()
    });
    html! {
        <label class="inline">
            { "when " }
            <select id={format!("{}-join", id(path))} onchange={chose}>
                <option value="all" selected={now == Join::All}>{ "all of these hold" }</option>
                <option value="any" selected={now == Join::Any}>{ "one of these holds" }</option>
            </select>
        </label>
    }
}

fn at_least(writes: &Writes, condition: &Condition, at: usize, count: u32) -> Html {
    let condition = condition.clone();
    let typed = writes.callback(move |event: yew::events::InputEvent| {
        let mut condition = condition.clone();
        let digits: String =
            event::value(&event).chars().filter(char::is_ascii_digit).take(2).collect();
        condition.clauses[at].relation = Relation::AtLeast(digits.parse().unwrap_or(0));
        condition
    });
    html! { <input type="text" inputmode="numeric" class="number" aria-label="How many" value={count.to_string()} oninput={typed} /> }
}

/// Whether a choice belongs to a clause; without any the clause goes.
fn pick(writes: &Writes, condition: &Condition, at: usize, choice: &Node, base: &str) -> Html {
    let of = choice.text("id").unwrap_or_default().to_owned();
    let is_chosen = condition.clauses[at].choices.contains(&of);
    let (condition, this) = (condition.clone(), of.clone());
    let changed = writes.callback(move |event: yew::events::Event| {
        let mut condition = condition.clone();
        let choices = &mut condition.clauses[at].choices;
        choices.retain(|it| *it != this);
        if event::checked(&event) {
            choices.push(this.clone());
        }
        if choices.is_empty() {
            condition.clauses.remove(at);
        }
        condition
    });
    html! {
        <li><label class="check">
            <input type="checkbox" id={attr(&format!("{base}-{of}"))} checked={is_chosen} onchange={changed} />
            { called(choice) }
        </label></li>
    }
}
