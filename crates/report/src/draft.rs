use maud::{DOCTYPE, Markup, html};
use quiz::Date;

use super::page::head;

const STYLE: &str = include_str!("draft.css");

/// What the quiz may do in its frame: run, ask, print, and open links as it does for visitors.
const SANDBOX: &str = "allow-scripts allow-forms allow-modals allow-popups allow-popups-to-escape-sandbox \
    allow-top-navigation-by-user-activation";

/// One page for whoever looks at a draft: the quiz as visitors would see it, and its report.
pub(crate) fn page(title: &str, today: Date, quiz: &str, report: &str) -> Markup {
    html! {
        (DOCTYPE)
        html lang="en" {
            head {
                (head(&format!("Draft: {title}"), STYLE))
                meta name="robots" content="noindex";
            }
            body {
                header {
                    h1 { span { "Draft of " (today) ", not published" } b dir="auto" { (title) } }
                    nav aria-label="Parts" {
                        a href="#quiz" { "The quiz" }
                        a href="#report" { "The report" }
                    }
                }
                iframe id="report" title="The report" sandbox="allow-modals allow-popups" srcdoc=(report) {}
                iframe id="quiz" title="The quiz as visitors would see it" sandbox=(SANDBOX) srcdoc=(quiz) {}
                noscript { p { "The quiz needs JavaScript. The report does not." } }
            }
        }
    }
}
