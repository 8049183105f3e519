using System.Security.Cryptography;
using System.Text;

namespace GitOpsTasks.Status.Rendering;

/// <summary>What a page carries within itself: it loads nothing, and runs nothing but the lines below.</summary>
internal static class PageParts
{
    /// <summary>How it looks, light and dark.</summary>
    public static string Style { get; } = """
        :root { color-scheme: light dark; --ink: #1c2127; --dim: #57606a; --paper: #fff; --line: #d0d7de; --band: #f4f6f8; --mark: #8a4b00; --markband: #fff1dc; --link: #0a58ca; }
        @media (prefers-color-scheme: dark) {
          :root { --ink: #e6e9ed; --dim: #a3adb8; --paper: #14181d; --line: #39424d; --band: #1d232a; --mark: #ffc46b; --markband: #3a2a10; --link: #7db4ff; }
        }
        body { margin: 0 auto; padding: 1.5rem; max-width: 90rem; font: 1rem/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); }
        h1 { margin: 0; font-size: 1.5rem; }
        h2 { margin: 2rem 0 .5rem; font-size: 1.2rem; }
        p { margin: .25rem 0 1rem; }
        a { color: var(--link); }
        .dim { color: var(--dim); font-size: .875rem; }
        .scroll { overflow-x: auto; }
        table { border-collapse: collapse; width: 100%; }
        caption { text-align: left; color: var(--dim); padding-bottom: .25rem; }
        th, td { text-align: left; vertical-align: top; padding: .5rem .75rem; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
        thead th { background: var(--band); white-space: nowrap; }
        th button { all: unset; cursor: pointer; font-weight: bold; }
        th button:focus-visible, a:focus-visible, input:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
        th[aria-sort=ascending] button::after { content: " \2191"; }
        th[aria-sort=descending] button::after { content: " \2193"; }
        td div + div { margin-top: .25rem; }
        code { font: .875rem ui-monospace, monospace; }
        .mark { color: var(--mark); background: var(--markband); border-radius: .25rem; padding: 0 .35rem; font-size: .8125rem; white-space: nowrap; }
        input { font: inherit; padding: .35rem .5rem; border: 1px solid var(--line); border-radius: .25rem; background: var(--paper); color: var(--ink); }
        @media print { .filter { display: none; } }
        """.ReplaceLineEndings("\n");

    /// <summary>Filters rows and sorts tables; without it the page says the same.</summary>
    public static string Script { get; } = """
        for (const table of document.querySelectorAll("table")) {
          table.querySelectorAll("thead th").forEach((th, column) => {
            const button = document.createElement("button");
            button.type = "button";
            button.append(...th.childNodes);
            th.append(button);
            button.addEventListener("click", () => {
              const up = th.getAttribute("aria-sort") !== "ascending";
              table.querySelectorAll("th[aria-sort]").forEach(other => other.removeAttribute("aria-sort"));
              th.setAttribute("aria-sort", up ? "ascending" : "descending");
              const text = row => row.cells[column].textContent.trim();
              const rows = [...table.tBodies[0].rows].sort((a, b) => text(a).localeCompare(text(b), "en", { numeric: true }));
              table.tBodies[0].append(...(up ? rows : rows.reverse()));
            });
          });
        }
        const filter = document.getElementById("filter");
        filter.closest(".filter").hidden = false;
        filter.addEventListener("input", () => {
          const wanted = filter.value.trim().toLowerCase();
          let shown = 0;
          for (const row of document.querySelectorAll("tbody tr")) {
            row.hidden = !row.textContent.toLowerCase().includes(wanted);
            shown += row.hidden ? 0 : 1;
          }
          document.getElementById("shown").textContent = wanted ? shown + " rows" : "";
        });
        """.ReplaceLineEndings("\n");

    /// <summary>What the browser may do with the page: nothing but these two, by their hashes.</summary>
    public static string Policy { get; } =
        $"default-src 'none'; style-src '{Hash(Style)}'; script-src '{Hash(Script)}'; base-uri 'none'; form-action 'none'";

    private static string Hash(string text) => "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
