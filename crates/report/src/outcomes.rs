use maud::{Markup, html};
use proof::{BigUint, Walks};
use quiz::Quiz;

use super::Content;
use super::element::{section as framed, table};
use super::names::called;
use super::walk;

/// How sets of answers end, and the longest and the shortest walk.
pub(super) fn section(content: &Content<'_>) -> Markup {
    let inside = match &content.proved {
        None => html! { p { "Not known: the file has errors." } },
        Some((_, proof)) if proof.walks.is_none() => html! {
            p { "There are too many ways through this quiz, or its rules are too entangled, to count them." }
        },
        Some((quiz, proof)) => html! {
            @if let Some(walks) = &proof.walks { (shares(content, walks)) (walks_told(content, quiz, walks)) }
        },
    };
    framed("outcomes", "How answers end", &inside)
}

fn shares(content: &Content<'_>, walks: &Walks) -> Markup {
    let endings = content.names.list("endings").iter().zip(&walks.endings);
    let mut rows: Vec<(String, &BigUint, &str)> = endings
        .map(|(ending, count)| (format!("Ends early: {}", called(ending)), count, "end"))
        .collect();
    if let Some(results) = &walks.results {
        rows.extend([
            ("Result with a hold: do not treat now".to_owned(), &results.hold, "hold"),
            ("Result with something to ask before booking".to_owned(), &results.ask, "ask"),
            ("Result with something to tell the provider".to_owned(), &results.tell, "tell"),
            ("Result without a caution".to_owned(), &results.free, "free"),
        ]);
    }
    html! {
        p {
            "There are " strong { (number(&walks.count)) } " different sets of answers. "
            strong { "The shares count sets of answers, not visitors:" }
            " every set counts once, however rare it is in a clinic. A caution with many choices has a large share for that reason alone."
        }
        (table("Share of the answer sets for each outcome", &["Outcome", "Picture of the share", "Share", "Sets of answers"], &html! {
            @for (name, count, kind) in rows {
                tr {
                    th scope="row" { (name) }
                    td.bar { (bar(share(count, &walks.count), kind)) }
                    td.number { (percent(count, &walks.count)) }
                    td.number { (number(count)) }
                }
            }
        }))
    }
}

fn bar(share: u32, kind: &str) -> Markup {
    html! {
        svg viewBox="0 0 1000 60" preserveAspectRatio="none" aria-hidden="true" focusable="false" {
            rect.track x="0" y="0" width="1000" height="60" {}
            rect class=(kind) x="0" y="0" width=((share / 10).max(u32::from(share > 0) * 4)) height="60" {}
        }
    }
}

/// Of ten thousand.
fn share(count: &BigUint, all: &BigUint) -> u32 {
    if *all == BigUint::ZERO {
        return 0;
    }
    u32::try_from(count * 10_000_u32 / all).unwrap_or(10_000)
}

fn percent(count: &BigUint, all: &BigUint) -> String {
    let share = share(count, all);
    match share {
        _ if *count == BigUint::ZERO => "none".to_owned(),
        0..10 => "under 0.1 %".to_owned(),
        10_000 => "100 %".to_owned(),
        9_990.. => "over 99.9 %".to_owned(),
        _ => format!("{}.{} %", share / 100, share % 100 / 10),
    }
}

/// With commas, or where it is very long as a power of ten.
fn number(count: &BigUint) -> Markup {
    let digits = count.to_string();
    if digits.len() > 15 {
        let (first, power) = (&digits[..2], digits.len() - 1);
        return html! { "about " (first[..1]) "." (first[1..]) " × 10" sup { (power) } };
    }
    let mut grouped = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    html! { (grouped) }
}

fn walks_told(content: &Content<'_>, quiz: &Quiz, walks: &Walks) -> Markup {
    html! {
        @for (name, example) in [("The longest walk", &walks.longest), ("The shortest walk", &walks.shortest)] {
            div.keep {
                h3 { (name) ": " (super::element::counted(example.asked, "question")) }
                @if !example.shortest && name.contains("short") { p { "It could not be proved that there is none shorter." } }
                (walk::steps(&walk::answered(content, quiz, example)))
            }
        }
    }
}
