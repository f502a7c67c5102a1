//! The plug-in in a real WordPress: Debian's, with MariaDB, PHP and Apache, and Chromium as everybody who
//! works with it and visits. And the zip for other servers, on that Apache, on nginx and on a bare one.

/// The plug-in's zip.
mod package;
/// Somebody at a browser.
mod person;
/// Servers.
mod server;
/// The tests' stage.
mod stage;

/// The code itself.
mod code;
/// The zip for any other server.
mod deployment;
/// What becomes of the data when the plug-in goes.
mod gone;
/// From the zip to the end.
mod life;
/// Many sites in one WordPress.
mod network;
/// Publishing, and who may not.
mod publishing;
/// Servers that allow less.
mod servers;
/// Updates.
mod updates;

use std::process::ExitCode;

fn main() -> ExitCode {
    stage::run(&[
        ("code::every_file_is_php", |_| Box::pin(async { code::every_file_is_php() })),
        ("code::what_may_be_published", |_| Box::pin(async { code::what_may_be_published() })),
        ("code::coding_standard", |_| Box::pin(async { code::coding_standard() })),
        ("code::analysed", |_| Box::pin(async { code::analysed() })),
        ("code::rules_of_the_directory", |_| Box::pin(async { code::rules_of_the_directory() })),
        ("code::translations", |_| Box::pin(async { code::translations() })),
        ("code::the_zip_is_small", |_| Box::pin(async { code::the_zip_is_small() })),
        ("deployment::on_apache", |stage| Box::pin(deployment::on_apache(stage))),
        ("deployment::on_nginx", |stage| Box::pin(deployment::on_nginx(stage))),
        ("deployment::on_a_bare_server", |stage| Box::pin(deployment::on_a_bare_server(stage))),
        ("life::from_the_zip_to_the_end", |stage| Box::pin(life::from_the_zip_to_the_end(stage))),
        ("gone::kept", |stage| Box::pin(async { gone::kept(stage) })),
        ("network::data_per_site", |stage| Box::pin(async { network::data_per_site(stage) })),
        ("publishing::by_the_studio", |stage| Box::pin(publishing::by_the_studio(stage))),
        ("publishing::seen_at_once", |stage| Box::pin(publishing::seen_at_once(stage))),
        ("publishing::one_of_two_wins", |stage| Box::pin(publishing::one_of_two_wins(stage))),
        ("publishing::who_may_not", |stage| Box::pin(publishing::who_may_not(stage))),
        ("publishing::a_day_later", |stage| Box::pin(publishing::a_day_later(stage))),
        ("publishing::hostile_files", |stage| Box::pin(publishing::hostile_files(stage))),
        ("publishing::all_or_none", |stage| Box::pin(publishing::all_or_none(stage))),
        ("servers::quiz_works_on_each", |stage| Box::pin(servers::quiz_works_on_each(stage))),
        ("servers::strict_pages", |stage| Box::pin(servers::strict_pages(stage))),
        ("servers::a_thousand_requests", |stage| Box::pin(servers::a_thousand_requests(stage))),
        ("updates::words_stay", |stage| Box::pin(async { updates::words_stay(stage) })),
        ("updates::in_other_languages", |stage| Box::pin(updates::in_other_languages(stage))),
    ])
}
