//! What is new or changed since it was last read: walking through it, and reading it.

use super::App;
use super::browse::visit;
use super::event::Effect;

/// Goes to the next item that is new or changed after the cursor, in reading order.
pub(super) fn next(app: &mut App) -> Vec<Effect> {
    let here = super::item::selected(app).filter(|_| !app.place.is_home());
    let news = &app.memory.news;
    let after = news.iter().find(|news| here.is_some_and(|here| news.item > here));
    let Some(item) = after.or(news.first()).map(|news| news.item) else {
        app.notice = Some(app.lang().ui().no_news.to_owned());
        return Vec::new();
    };
    visit(app, item);
    read(app)
}

/// Marks what the cursor stands on as read, if it is news.
pub(super) fn read(app: &App) -> Vec<Effect> {
    let Some(super::card::Subject::Item(item)) = super::item::subject(app) else { return Vec::new() };
    if app.memory.news(item).is_none() {
        return Vec::new();
    }
    app.library.path(item).map(Effect::Read).into_iter().collect()
}
