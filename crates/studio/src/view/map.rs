use data::{Node, Path, Step};
use editor::{FileId, called, dependents};
use report::condition_in_words;
use yew::{Html, html};

use super::{View, entries, entry, heading};
use crate::model::Page;
use crate::msg::ShowMsg;

impl View<'_> {
    /// The flow: every question in its order, what each choice leads to, and ways to get there.
    pub(super) fn map(&self) -> Html {
        let quiz = self.open.draft.quiz().node();
        let list = Path(vec![Step::Field("questions".into())]);
        let question = |(index, node): (usize, &Node)| {
            let at = entry(&list, index);
            let when = node.get("when").map(|_| condition_in_words(quiz, node));
            let choices = entries(node.get("choices")).iter().enumerate();
            let choices = choices.map(|(choice, node)| self.leads(&at, choice, node));
            html! {
                <li>
                    <button type="button" class="go" onclick={self.sends(ShowMsg::WentTo(Page::Item("questions", index)))}>
                        <b>{ called(node) }</b>
                    </button>
                    if let Some(when) = when { <p class="help">{ format!("Asked {when}.") }</p> }
                    <ul>{ for choices }</ul>
                </li>
            }
        };
        let questions = entries(quiz.get("questions")).iter().enumerate().map(question);
        html! {
            <>
                { heading("Map") }
                <p class="help">{ "Questions in the order they are asked, and what each choice leads to. Everything can be pressed to edit it." }</p>
                <ol class="map">{ for questions }</ol>
            </>
        }
    }

    /// A choice, and everything whose condition looks at it.
    fn leads(&self, question: &Path, index: usize, choice: &Node) -> Html {
        let quiz = self.open.draft.quiz().node();
        let path = Path(
            question
                .0
                .iter()
                .cloned()
                .chain([Step::Field("choices".into()), Step::Entry(index)])
                .collect(),
        );
        let to = dependents(quiz, &path).into_iter().map(|it| {
            let node = it.path.node(quiz);
            let level = node.and_then(|node| node.text("level")).unwrap_or_default().to_owned();
            let list = match it.path.0.first() {
                Some(Step::Field(list)) => list.trim_end_matches('s').to_owned(),
                _ => String::new(),
            };
            let name = node.map_or("", called).to_owned();
            let kind = if level.is_empty() { list } else { level };
            html! {
                <li><button type="button" class={format!("small {kind}")} onclick={self.sends(ShowMsg::WentToPlace(FileId::QUIZ, it.path))}>
                    <b>{ kind }</b>{ " " }{ name }
                </button></li>
            }
        });
        html! { <li><span>{ called(choice) }</span><ul>{ for to }</ul></li> }
    }
}
