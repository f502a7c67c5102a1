//! `#[browser_test(…)]` registers a browser test and says which engines it needs.
//!
//! | attribute | runs in |
//! | --- | --- |
//! | `#[browser_test(every)]` | each engine: what it tests is up to the engine |
//! | `#[browser_test(firefox)]` | that engine; any would do, and the load is balanced |
//! | `#[browser_test(only(chromium, firefox))]` | these engines; no other can run it |

use proc_macro::{Delimiter, TokenStream, TokenTree};

/// Registers `async fn test(browser: &Browser) -> Result<()>` under its path.
#[proc_macro_attribute]
pub fn browser_test(arguments: TokenStream, item: TokenStream) -> TokenStream {
    let (Some(engines), Some(name)) = (engines(arguments), name(item.clone())) else {
        let usage = "write #[browser_test(every)], (chromium) or (only(chromium, firefox)) above a function";
        return format!("compile_error!({usage:?});").parse().unwrap_or_default();
    };
    let registered = format!(
        "::inventory::submit! {{
            crate::harness::Test {{
                path: ::std::concat!(::std::module_path!(), \"::{name}\"),
                engines: crate::harness::Engines::{engines},
                run: |browser| ::std::boxed::Box::pin({name}(browser)),
            }}
        }}"
    );
    let registered: TokenStream = registered.parse().unwrap_or_default();
    item.into_iter().chain(registered).collect()
}

/// The value of `Engines` that the attribute stands for.
fn engines(arguments: TokenStream) -> Option<String> {
    let mut arguments = arguments.into_iter();
    let first = arguments.next()?.to_string();
    match (first.as_str(), arguments.next()) {
        ("every", None) => Some("Every".to_owned()),
        ("only", Some(TokenTree::Group(list))) if list.delimiter() == Delimiter::Parenthesis => {
            let engines: Option<Vec<&str>> = list
                .stream()
                .into_iter()
                .map(|token| token.to_string())
                .filter(|token| token != ",")
                .map(|token| engine(&token))
                .collect();
            Some(format!("Only(&[{}])", engines?.join(", ")))
        }
        (one, None) => Some(format!("One({})", engine(one)?)),
        _ => None,
    }
}

fn engine(name: &str) -> Option<&'static str> {
    match name {
        "chromium" => Some("::e2e::Engine::Chromium"),
        "firefox" => Some("::e2e::Engine::Firefox"),
        "webkit" => Some("::e2e::Engine::WebKit"),
        _ => None,
    }
}

/// The name of a function.
fn name(item: TokenStream) -> Option<String> {
    let mut tokens = item.into_iter().map(|token| token.to_string());
    tokens.find(|token| token == "fn")?;
    tokens.next()
}
