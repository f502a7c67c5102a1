use yew::{Html, LocalServerRenderer, Properties, component};

#[derive(PartialEq, Properties)]
struct Given {
    html: Html,
}

#[component]
fn Shown(given: &Given) -> Html {
    given.html.clone()
}

/// The HTML as text, without the marks of hydration.
pub async fn render(html: Html) -> String {
    LocalServerRenderer::<Shown>::with_props(Given { html }).hydratable(false).render().await
}
