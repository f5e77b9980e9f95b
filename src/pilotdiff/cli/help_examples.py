"""What each command's help ends with: a call as one types it. Loaded with the help alone."""

EXAMPLES = {
    "match": "pilotdiff match pilots-2023.txt results-2024.csv -o papers",
    "report": "pilotdiff report pilots-2023.txt results-2024.csv -o report.html",
    "parse": "pilotdiff parse pilots-2023.txt -f csv",
    "check": "pilotdiff check pilots-2023.txt results-2024.csv",
    "trace": "pilotdiff trace 白鹭 pilots-2023.txt results-2024.csv",
    "record": "pilotdiff record 襄樊市",
    "programme": "pilotdiff programme --catalogue programme.toml",
    "panel": "pilotdiff panel pilots-2023.txt results-2024.csv -o panel",
    "folder": "pilotdiff folder . --yes -o papers",
    "serve": "pilotdiff serve results-2024.csv --port 8377",
    "explain": "pilotdiff explain 白鹭 pilots-2023.txt results-2024.csv",
    "review": "pilotdiff review pilots-2023.txt results-2024.csv --decisions decisions.csv",
    "evaluate": "pilotdiff evaluate gold.csv pilots-2023.txt results-2024.csv",
    "sources": "pilotdiff sources",
    "pilotdiff": "pilotdiff match pilots-2023.txt results-2024.csv",
}
