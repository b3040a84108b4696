//! Forty questions from meetings: the item that answers stands first, and among the first three for the shortest ways
//! to type it.

use super::{builtin, paths};

/// The question, the item that answers, what one would type, and the shortest ways.
const QUESTIONS: [(&str, &str, &str, &[&str]); 42] = [
    (
        "How many tasks has the Qianhai plan?",
        "qianhai-2026/overview/tasks",
        "前海 任務",
        &["qianhai tasks", "56", "jtrw"],
    ),
    ("How many areas of measures?", "qianhai-2026/overview/measures", "方面舉措", &["21", "qianhai jucuo"]),
    ("How full is the youth hub?", "qianhai-2026/e-hub/occupancy", "入駐率", &["95%", "occup", "ruzhulv"]),
    (
        "How many firms are in the youth hub?",
        "qianhai-2026/e-hub/firms",
        "夢工場 企業",
        &["423", "e-hub firms"],
    ),
    (
        "What revenue must a tenant have?",
        "qianhai-2026/hub/revenue-threshold",
        "營收門檻",
        &["10億", "menkan"],
    ),
    ("How large are the buildings?", "qianhai-2026/hub/floor-area", "每棟面積", &["2.5萬", "floor area"]),
    (
        "What is the regulatory sandbox?",
        "qianhai-2026/rules/reg-sandbox",
        "監管沙盒",
        &["jgsh", "regulatory sandbox"],
    ),
    ("Can our vets work there?", "qianhai-2026/rules/vets", "獸醫", &["vet", "shouyi"]),
    ("How long is the voucher?", "qianhai-2026/rules/hours-72", "72小時", &["72"]),
    ("How high is the wheel?", "qianhai-2026/landmarks/wheel-height", "128米", &["128", "wheel height"]),
    (
        "What is the Northern Metropolis?",
        "qianhai-2026/industry/2-7",
        "北部都會區",
        &["bbdhq", "northern metro"],
    ),
    (
        "How many projects sign in Hetao?",
        "hetao-shenzhen/signing/projects",
        "河套 簽約項目",
        &["40個", "qianyue"],
    ),
    (
        "How many platforms by 2025?",
        "hetao-shenzhen/resources-2025/platforms",
        "深港科研合作平台",
        &["20個", "20個以上"],
    ),
    (
        "How much space by 2025?",
        "hetao-shenzhen/resources-2025/space",
        "150萬",
        &["1.5m", "kechuang kongjian"],
    ),
    (
        "How large is the Hong Kong park?",
        "hetao-shenzhen/hk-park/phase1-area",
        "第一期面積",
        &["10m", "1000萬"],
    ),
    (
        "How many first buildings?",
        "hetao-shenzhen/hk-park/first-buildings",
        "首批大樓",
        &["first buildings", "3座"],
    ),
    ("How large is Hetao?", "hetao-shenzhen/overview/area", "兩個園區總面積", &["3.89", "area both parks"]),
    (
        "What did the mayor announce?",
        "hetao-shenzhen/signing/announced",
        "市長預告",
        &["shizhang", "mayor announces"],
    ),
    (
        "How large is Hengqin?",
        "gba-platforms/four-platforms/hengqin-area",
        "橫琴 面積",
        &["106", "hengqin area"],
    ),
    (
        "How large is Qianhai?",
        "gba-platforms/four-platforms/qianhai-area",
        "前海面積",
        &["120", "qianhai mianji"],
    ),
    (
        "When was the leading group founded?",
        "gba-platforms/leading-group/founded",
        "領導小組合併",
        &["lingdao hebing"],
    ),
    (
        "How many key points in the consultation?",
        "hk-fyp-regional/overview/points",
        "要點",
        &["13點", "key points"],
    ),
    (
        "What is the living circle?",
        "hk-fyp-regional/overview/living-circle",
        "一小時生活圈",
        &["yxsshq", "living circle"],
    ),
    (
        "What does the alliance propose?",
        "hk-fyp-regional/reactions/quat-proposals",
        "低空聯盟建議",
        &["6項", "dikonglm"],
    ),
    (
        "How many agreements in Central Asia?",
        "ce-visits/2026-central-asia/agreements",
        "中亞 協議",
        &["96", "96份", "zhongya xieyi"],
    ),
    (
        "What are they worth?",
        "ce-visits/2026-central-asia/value",
        "16.5億",
        &["1.65b", "zhongya jine", "金額"],
    ),
    (
        "How large was the delegation?",
        "ce-visits/2026-central-asia/delegation",
        "中亞 代表團",
        &["75", "75位"],
    ),
    (
        "How long without a visa?",
        "ce-visits/2026-central-asia/visa-days",
        "免簽證期限",
        &["中亞 30天", "mqzqx"],
    ),
    (
        "When are the flights to Almaty?",
        "ce-visits/2026-central-asia/almaty-flight",
        "q1 2027",
        &["next", "明年", "almaty flight"],
    ),
    ("How many memoranda in 2025?", "ce-visits/2025-middle-east/agreements", "59份", &["59", "2025 協議"]),
    (
        "How many memoranda in 2023?",
        "ce-visits/2023-middle-east/agreements",
        "13份",
        &["意向書", "letters of intent"],
    ),
    ("How long in Oman?", "ce-visits/2025-middle-east/visa-oman", "阿曼免簽", &["14天", "oman visa"]),
    (
        "Who led the visits?",
        "ce-visits/2023-middle-east/john-lee",
        "李家超",
        &["john lee", "ljc", "lijiachao"],
    ),
    ("How many emerging industries?", "guangdong-15fyp/emerging/listed-industries", "點名新興產業", &["9類"]),
    ("And future ones?", "guangdong-15fyp/future/listed-industries", "點名未來產業", &["8類"]),
    ("What of 6G?", "guangdong-15fyp/future/six-g-term", "6g", &["第六代", "dld"]),
    ("What about quantum technology?", "guangdong-15fyp/future/quantum", "量子科技", &["lzkj", "quantum"]),
    (
        "How much is invested in the park?",
        "china-belarus/park/investment",
        "協議投資總額",
        &["17億", "agreed inv"],
    ),
    ("How many firms are in the park?", "china-belarus/park/firms", "175家", &["175", "yinjinqiye"]),
    ("When is the summit?", "china-belarus/hk-role/summit", "2026-09", &["summit", "高峰論壇"]),
    ("How many bodies in the alliance?", "go-global/alliance/bodies", "100家", &["100", "alliance bodies"]),
    (
        "What is the task force?",
        "go-global/task-force/task-force-term",
        "出海專班",
        &["專班", "chzb", "zhuanban"],
    ),
];

#[test]
fn the_first_hit_is_the_answer() {
    assert!(QUESTIONS.len() >= 40);
    let mut wrong = Vec::new();
    for (question, answer, typed, short) in QUESTIONS {
        assert!(builtin().0.find_path(answer).is_some(), "{answer} is not in the briefings");
        let found = paths(typed);
        if found.first().map(String::as_str) != Some(answer) {
            wrong.push(format!(
                "{question} {typed}: {:?} before {answer}",
                found.iter().take(3).collect::<Vec<_>>()
            ));
        }
        for typed in short {
            let found = paths(typed);
            if !found.iter().take(3).any(|path| path == answer) {
                wrong.push(format!(
                    "{question} {typed}: {answer} not in {:?}",
                    found.iter().take(3).collect::<Vec<_>>()
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
