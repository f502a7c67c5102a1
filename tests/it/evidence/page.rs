use std::fmt::Write;

use quiz::{Answers, Quiz, Walk};
use scraper::{ElementRef, Html, Selector};
use serde_json::{Value, json};
use text::Text;
use view::{View, ViewState};
use yew::Callback;

use super::{list, numbers, rows, text, visits};
use crate::files;
use crate::visitor::pick_of;
use crate::wait::wait_for;

const CONCERNS: &[&str] = &["wrinkles", "texture", "acne-scars", "pores", "brightness"];
const SEVERITIES: &[&str] = &["mild", "moderate", "severe"];

/// Answers that bring a figure into a caution and into the notes.
const REST: &str = "sun.type-5 marks.easily area.neck age.18-21 skin-today.unsure medicines.none health.none habits.none";

/// What is not a figure: what the visitor said or is asked, where a fact comes from, the axis of the
/// picture, a telephone number.
const NO_FIGURE: &str = "[data-figure], #answers, #questions, .for, .why, .refs, #sources, .time-line .week, a[href^='tel:']";

#[test]
fn every_figure_is_traced_and_no_other_digit_is_left() {
    let page = Page::new();
    combinations().iter().for_each(|picked| page.check(picked));
}

#[test]
fn every_figure_of_the_plain_page_is_traced_and_stands_by_its_sources() {
    let page = Page::new();
    let severities = |&concern| SEVERITIES.iter().map(move |&severity| (concern, severity));
    let all: Vec<Picked> = CONCERNS.iter().flat_map(severities).collect();
    let view = View {
        quiz: &page.quiz,
        text: &page.words,
        on: &Callback::noop(),
        result: Some(view::result),
    };
    let html = Html::parse_document(&wait_for(page::render(view.plain(&[]))));
    page.check_html(&html, &all);
    for figure in html.select(&selector("[data-figure]")) {
        let given = cited(&figure);
        for source in page.sources(name(&figure), &all) {
            assert!(given.contains(&source), "{} stands by {given:?}", name(&figure));
        }
    }
}

/// What refers to its own sources on the plain page.
const STATEMENT: &str = ".plan, .benefit, [data-caution], .care li, #ask li, #notes li";

/// The sources that the statement with a figure refers to.
fn cited(figure: &ElementRef) -> Vec<String> {
    let (refs, statement) = (selector(".refs a"), selector(STATEMENT));
    let statement =
        figure.ancestors().filter_map(ElementRef::wrap).find(|it| statement.matches(it));
    let statement = statement.unwrap_or_else(|| panic!("{} is in no statement", name(figure)));
    let link = |it: ElementRef| it.value().attr("href").expect("a link").replace("#source-", "");
    statement.select(&refs).map(link).collect()
}

/// A concern and how noticeable it is.
type Picked = (&'static str, &'static str);

/// Every way to pick one, two or all concerns, with a severity for each: a figure takes its ends
/// from two plans at most.
fn combinations() -> Vec<Vec<Picked>> {
    let mut combinations: Vec<Vec<Picked>> = vec![Vec::new()];
    for &concern in CONCERNS {
        let with = combinations.iter().flat_map(|picked| {
            SEVERITIES.iter().map(move |&severity| [&picked[..], &[(concern, severity)]].concat())
        });
        combinations.extend(with.collect::<Vec<_>>());
    }
    combinations.retain(|picked| matches!(picked.len(), 1 | 2 | 5));
    combinations
}

struct Page {
    quiz: Quiz,
    words: Text,
    plans: Vec<Value>,
    rows: Vec<Value>,
    visits: Vec<Value>,
}

impl Page {
    fn new() -> Self {
        Self {
            quiz: files::quiz(files::SKIN),
            words: files::words("en"),
            plans: list(&files::value(files::SKIN)["plans"]),
            rows: rows(),
            visits: visits(),
        }
    }

    fn check(&self, picked: &[Picked]) {
        self.check_html(&Html::parse_document(&self.html(picked)), picked);
    }

    fn check_html(&self, page: &Html, picked: &[Picked]) {
        let figures: Vec<ElementRef> = page.select(&selector("[data-figure]")).collect();
        for (concern, severity) in picked {
            let own = format!("sessions:{}", self.plan_of(concern, severity));
            assert!(figures.iter().any(|it| name(it) == own), "{picked:?} shows no {own}");
        }
        for figure in figures {
            let (said, wanted) = (words(figure), self.wanted(name(&figure), picked));
            assert_eq!(numbers(&said), wanted.0, "{picked:?}: {} is {said}", name(&figure));
            assert!(said.contains(wanted.1), "{picked:?}: {said} lacks {}", wanted.1);
        }
        let left = left(page.root_element(), &selector(NO_FIGURE));
        let left = left.replace(&self.words.date(self.quiz.checked), "");
        assert!(!left.contains(|c: char| c.is_ascii_digit()), "{picked:?} leaves {left}");
    }

    fn html(&self, picked: &[Picked]) -> String {
        let looks = picked.iter().fold(String::new(), |mut names, (concern, severity)| {
            write!(names, "concerns.{concern} {concern}-look.{severity} ")
                .expect("a String takes all");
            names
        });
        let names = looks.split_whitespace().chain(REST.split_whitespace());
        let answers = names.fold(Answers::none(&self.quiz), |answers, name| {
            let pick = pick_of(&self.quiz, name);
            answers.after(&self.quiz, pick.question, pick.choice)
        });
        let scene = ViewState {
            answers: &answers,
            at: Walk::new(&self.quiz, &answers).last(),
            attempted: false,
            shared: None,
            notice: None,
            stepped: true,
            along: false,
        };
        let view = View {
            quiz: &self.quiz,
            text: &self.words,
            on: &Callback::noop(),
            result: Some(view::result),
        };
        wait_for(page::render(view.scene(&scene)))
    }

    fn plan_of(&self, concern: &str, severity: &str) -> &str {
        let is_row = |row: &Value| {
            row["concern"] == *concern && (row["severity"] == *severity || row["severity"] == "any")
        };
        let row = self.rows.iter().position(is_row).expect("the concern has a row");
        text(&self.plans[row]["id"])
    }

    /// The numbers and the unit of a figure, as the evidence has them.
    fn wanted(&self, name: &str, picked: &[Picked]) -> (Vec<f64>, &str) {
        let Some((field, plans)) = name.split_once(':') else { return self.of_visit(name) };
        let (from, to) = plans.split_once(',').unwrap_or((plans, plans));
        let [from, to] = [from, to].map(|plan| &self.row(plan, picked)[field]);
        let ends = match from {
            Value::Array(_) => json!([from[0], to[1]]),
            _ => json!([from]),
        };
        let mut ends: Vec<f64> = list(&ends).iter().filter_map(Value::as_f64).collect();
        ends.dedup();
        assert!(!ends.is_empty(), "{name} is no figure of its row");
        let unit = if field.contains("eeks") { "week" } else { "day" };
        (ends, if field == "sessions" { "" } else { unit })
    }

    /// The ids of the sources of a figure, as the evidence has them.
    fn sources(&self, name: &str, picked: &[Picked]) -> Vec<String> {
        let row = match name.split_once(':') {
            Some((_, plan)) => self.row(plan, picked),
            None => self.visit(name),
        };
        list(&row["sources"]).iter().map(|source| text(source).to_owned()).collect()
    }

    fn visit(&self, name: &str) -> &Value {
        let row = self.visits.iter().find(|row| row["figure"] == *name);
        row.unwrap_or_else(|| panic!("{name} is in no table"))
    }

    fn of_visit(&self, name: &str) -> (Vec<f64>, &str) {
        let row = self.visit(name);
        let unit = text(&row["unit"]);
        let values = list(&row["values"]).iter().filter_map(Value::as_f64).collect();
        (values, if unit == "years" { "" } else { unit })
    }

    /// The row of a plan, which has to be one of those picked.
    fn row(&self, plan: &str, picked: &[Picked]) -> &Value {
        let is_own = |(concern, severity): &Picked| self.plan_of(concern, severity) == plan;
        assert!(picked.iter().any(is_own), "{picked:?} shows a figure of {plan}");
        let index = self.plans.iter().position(|found| found["id"] == *plan);
        &self.rows[index.expect("the plan is in the file")]
    }
}

fn selector(text: &str) -> Selector {
    Selector::parse(text).expect("a selector of this file")
}

fn name<'h>(figure: &ElementRef<'h>) -> &'h str {
    figure.value().attr("data-figure").expect("selected by it")
}

fn words(element: ElementRef) -> String {
    element.text().collect()
}

/// What a visitor reads outside some elements.
fn left(element: ElementRef, outside: &Selector) -> String {
    let children = element.children().map(|child| match ElementRef::wrap(child) {
        Some(child) if outside.matches(&child) => String::new(),
        Some(child) => left(child, outside),
        None => child.value().as_text().map_or_else(String::new, |text| format!("{} ", &**text)),
    });
    children.collect()
}
