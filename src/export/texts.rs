//! The texts only an export has, in three languages; whatever the screen says too is in `lang`.

use crate::lang::Lang;

macro_rules! table {
    ($($name:ident: $hant:literal, $hans:literal, $en:literal;)*) => {
        /// The texts of exports; `{gaps}` are filled by name.
        #[derive(Debug)]
        pub(super) struct Texts {
            $(pub(super) $name: &'static str,)*
        }

        static HANT: Texts = Texts { $($name: $hant,)* };
        static HANS: Texts = Texts { $($name: $hans,)* };
        static EN: Texts = Texts { $($name: $en,)* };

        #[cfg(test)]
        const ALL: &[(&str, [&str; 3])] = &[$((stringify!($name), [$hant, $hans, $en]),)*];
    };
}

table! {
    unknown_plan: "沒有規劃「{path}」。", "没有规划“{path}”。", "There is no plan “{path}”.";
    unknown_section: "沒有章節「{path}」。", "没有章节“{path}”。", "There is no section “{path}”.";
    unknown_item: "沒有條目「{path}」。", "没有条目“{path}”。", "There is no item “{path}”.";
    all_listed: "{what}：原文稱{declared}項，這裏全部列出。", "{what}：原文称{declared}项，这里全部列出。",
        "{what}: {declared} declared, all listed here.";
    some_listed: "{what}：原文稱{declared}項，這裏列出{listed}項，有{missing}項未列出。",
        "{what}：原文称{declared}项，这里列出{listed}项，有{missing}项未列出。",
        "{what}: {declared} declared, {listed} listed here, {missing} not listed.";
    more_listed: "{what}：原文稱{declared}項，這裏卻列出{listed}項。",
        "{what}：原文称{declared}项，这里却列出{listed}项。",
        "{what}: {declared} declared, yet {listed} listed here.";
    path: "路徑", "路径", "Path";
    made_on: "{date}製作", "{date}制作", "Made on {date}";
    contents: "目錄", "目录", "Contents";
    plan_count: "{count}個規劃", "{count}个规划", "{count} plans";
    item_count: "{count}個條目", "{count}个条目", "{count} items";
    about_date: "約{date}", "约{date}", "about {date}";
    skip: "跳到正文", "跳到正文", "Skip to the text";
    search: "搜尋本文件", "搜索本文件", "Search this document";
    search_hits: "找到 {count} 條", "找到 {count} 条", "{count} found";
    permalink: "此條目的連結", "此条目的链接", "Link to this item";
    years_skipped: "圖中略去沒有事件的年份；橫條是一段時間，圓點是一日。",
        "图中略去没有事件的年份；横条是一段时间，圆点是一日。",
        "Years without events are left out of the drawing; a bar is a span of time, a dot is a day.";
}

/// The texts in `lang`.
pub(super) fn texts(lang: Lang) -> &'static Texts {
    match lang {
        Lang::Hant => &HANT,
        Lang::Hans => &HANS,
        Lang::En => &EN,
    }
}

#[cfg(test)]
mod tests {
    use super::ALL;

    fn gaps(text: &str) -> Vec<&str> {
        let mut found: Vec<_> = text.split('{').skip(1).filter_map(|rest| rest.split('}').next()).collect();
        found.sort_unstable();
        found
    }

    #[test]
    fn every_text_has_the_same_gaps_in_every_language() {
        for (name, [hant, hans, en]) in ALL {
            assert_eq!((gaps(hans), gaps(en)), (gaps(hant), gaps(hant)), "{name}");
        }
    }
}
