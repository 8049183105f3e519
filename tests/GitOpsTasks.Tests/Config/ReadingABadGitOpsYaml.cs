using System.Text;
using GitOpsTasks.Config;

namespace GitOpsTasks.Tests.Config;

public sealed class ReadingABadGitOpsYaml
{
    [Theory]
    [InlineData("imagse: {}", "2:1: error GOT1101: The key 'imagse' is not known here. Did you mean 'images'? Known are apiVersion, config, images, apps, environments, lint, status.")]
    [InlineData("lint: {xyz: 1}", "2:8: error GOT1101: The key 'xyz' is not known here. Known are preset, yamllint, rules, ignore, layers, kubernetes-version, schema-locations, baseline, strict.")]
    [InlineData("config: {Branch: x}", "2:10: error GOT1101: The key 'Branch' is not known here. Did you mean 'branch'? Known are repository, branch, forge.")]
    [InlineData("config: main", "2:9: error GOT1102: 'main' is not a mapping. Write a mapping.")]
    [InlineData("config: [a]", "2:9: error GOT1102: A list stands here. Write a mapping.")]
    [InlineData("config:\n  branch: {a: b}", "3:11: error GOT1102: A mapping stands here. Write a text.")]
    [InlineData("config:\n  branch: 1.10", "3:11: error GOT1102: YAML does not read 1.10 as a text. Put it in quotes.")]
    [InlineData("config:\n  branch:", "3:10: error GOT1102: This key has no value. Write a text, or remove the key.")]
    [InlineData("environments: dev", "2:15: error GOT1102: 'dev' is not a list. Write a list.")]
    [InlineData("environments: [dev]", "2:16: error GOT1102: 'dev' is not a mapping. Write a mapping.")]
    [InlineData("images: {web: {context: .}}", "2:15: error GOT1103: The key 'repository' is missing. Add 'repository:' with a text.")]
    [InlineData("config: {branch: a, branch: b}", "2:21: error GOT1104: The key 'branch' stands here twice. Remove one of the two.")]
    [InlineData("images: {w: {repository: w}, w: {repository: w}}", "2:30: error GOT1104: The key 'w' stands here twice. Remove one of the two.")]
    [InlineData("config: {forge: gihub}", "2:17: error GOT1106: 'gihub' is not supported here. Did you mean 'github'? Write one of auto, github, azure, local.")]
    [InlineData("images: {web: {repository: Acme/Web}}", "2:28: error GOT1106: 'Acme/Web' is not a value this key can have. Write registry and repository in lower case, such as ghcr.io/acme/web, without a tag.")]
    [InlineData("images: {web: {repository: web, platforms: [linux]}}", "2:45: error GOT1106: 'linux' is not a value this key can have. Write it as linux/amd64 or linux/arm/v7.")]
    [InlineData("images: {web: {repository: web, base: b, ports: [0]}}", "2:50: error GOT1106: '0' is not a value this key can have. Write a number from 1 to 65535, such as 8080 or 53/udp.")]
    [InlineData("apps: {a/b: {}}", "2:8: error GOT1106: 'a/b' is not a name that can stand here. Write at most 63 letters, digits, '-', '_' or '.', beginning and ending with a letter or digit.")]
    [InlineData("apps: {a: {path: ../x}}", "2:18: error GOT1106: '../x' is not a value this key can have. Write a path from the root of the repository, with forward slashes and without '..'.")]
    [InlineData("environments: [{name: a}, {name: b, from: a, soak: soon}]", "2:52: error GOT1106: 'soon' is not a value this key can have. Write a duration such as 30m, 24h or 1d12h.")]
    [InlineData("images: {web: {repository: w}}\napps: {a: {image: wbe}}", "3:19: error GOT1107: There is no image 'wbe'. Did you mean 'web'? Images are web.")]
    [InlineData("environments: [{name: dev}, {name: dev}]", "2:36: error GOT1107: There are two environments named 'dev'. Give each a name of its own.")]
    [InlineData("environments: [{name: a, path: x/a}, {name: b, path: x/a/}]", "2:54: error GOT1107: Two environments have the path 'x/a/'. Give each a folder of its own.")]
    [InlineData("environments: [{name: dev}, {name: prod, from: dve}]", "2:48: error GOT1107: There is no environment 'dve'. Did you mean 'dev'? Environments are dev.")]
    [InlineData("environments: [{name: dev, from: dev}]", "2:34: error GOT1107: 'dev' is promoted from itself. Let one environment of the circle have no 'from'.")]
    [InlineData("environments: [{name: dev, soak: 1h}]", "2:34: error GOT1107: Nothing can soak here: no environment comes before. Add 'from:', or remove 'soak'.")]
    [InlineData("environments: [{name: a}, {name: b, from: a, gates: {signature: true}}]", "2:65: error GOT1107: Nothing can be verified without a key. Name files of public keys under 'keys'.")]
    [InlineData("environments: [{name: a}, {name: b, from: a, gates: {signed-for: [w]}}]", "2:66: error GOT1107: No signature is asked for. Write 'signature: true', or remove 'signed-for'.")]
    [InlineData("environments: [{name: a}, {name: b, from: a, gates: {approvals: 2, approvers: [x]}}]", "2:65: error GOT1107: There are fewer approvers than approvals. Name more people under 'approvers'.")]
    [InlineData("environments: [{name: a}, {name: b, from: a, gates: {approvers: [x]}}]", "2:65: error GOT1107: No approval is asked for. Write 'approvals: 1', or remove 'approvers'.")]
    [InlineData("environments: [{name: a}, {name: b, from: a, gates: {windows: [{from: 9}]}}]", "2:71: error GOT1106: '9' is not a value this key can have. Write hours and minutes, such as 09:00.")]
    [InlineData("environments: [{name: a}, {name: b, from: a, gates: {windows: [{except: [24.12.2026]}]}}]", "2:74: error GOT1106: '24.12.2026' is not a value this key can have. Write year, month and day, such as 2026-12-24.")]
    [InlineData("environments: [{name: a}, {name: b, from: a, by: push, gates: {approvals: 1}}]", "2:63: error GOT1107: A push is not approved by anybody. Write 'by: pull-request', or remove 'approvals'.")]
    [InlineData("environments: [{name: b, by: pull-request, gates: {approvals: 1}}]", "2:51: error GOT1107: Gates are of environments that versions are promoted to. Add 'from:', or remove 'gates'.")]
    [InlineData("environments: [{name: dev, by: push, reviewers: [a]}]", "2:49: error GOT1107: A push is not reviewed. Write 'by: pull-request', or remove 'reviewers'.")]
    [InlineData("images: {w: {repository: w, builder: layers}}", "2:38: error GOT1107: There are no layers to build the image from. Add 'layers:' or 'project:', or remove 'builder: layers'.")]
    [InlineData("images: {w: {repository: w, layers: [{from: a, to: /a, mode: 0x1}]}}", "2:62: error GOT1106: '0x1' is not a value this key can have. Write the mode in octal digits, such as 0755.")]
    [InlineData("images: {w: {repository: w, base: b, project-to: /srv}}", "2:50: error GOT1107: 'project-to' says how a project is published, and there is none. Add 'project:', or remove 'project-to'.")]
    [InlineData("images: {w: {repository: w, dockerfile: D, layers: [{from: a, to: /a}]}}", "2:41: error GOT1107: 'dockerfile' is for a Dockerfile, and the image is built from layers. Remove 'dockerfile', or what makes it layers.")]
    [InlineData("? [a]\n: b", "2:3: error GOT1102: This key is not a text. Write a plain name before the colon.")]
    public void Says_where_and_what_to_do(string text, string expected) =>
        Reading.ErrorsOf(() => Reading.Config(text + "\n")).ShouldBe(["gitops.yaml:" + expected]);

    [Fact]
    public void Finds_the_environments_of_a_circle_but_not_those_behind_it() =>
        Reading.ErrorsOf(() => Reading.Config("environments:\n- {name: a, from: b}\n- {name: b, from: a}\n- {name: c, from: b}\n"))
            .Select(error => error.Split(" Let")[0])
            .ShouldBe(["gitops.yaml:3:19: error GOT1107: 'a' is promoted from itself.", "gitops.yaml:4:19: error GOT1107: 'b' is promoted from itself."]);

    [Fact]
    public void Reports_everything_at_once_in_the_order_of_the_file() =>
        Reading.ErrorsOf(() => Reading.Config("lint: 1\nimages: {w: {contxt: .}}\nconfig: {branch: []}\nzzz: 1\n"))
            .Select(error => error.Split(' ')[2])
            .ShouldBe(["GOT1102:", "GOT1103:", "GOT1101:", "GOT1102:", "GOT1101:"]);

    [Theory]
    [InlineData("", "gitops.yaml:1:1: error GOT1108: The file is empty. Write exactly one document.")]
    [InlineData("# nothing\n", "gitops.yaml:1:1: error GOT1108: The file is empty. Write exactly one document.")]
    [InlineData("apiVersion: gitops-tasks/v1\n---\na: b\n", "gitops.yaml:3:1: error GOT1108: The file holds 2 YAML documents. Write exactly one document.")]
    [InlineData("apiVersion: gitops-tasks/v2\n", "gitops.yaml:1:13: error GOT1105: 'gitops-tasks/v2' is not supported here. Did you mean 'gitops-tasks/v1'? Write 'gitops-tasks/v1'.")]
    [InlineData("images: {}\n", "gitops.yaml:1:1: error GOT1103: The key 'apiVersion' is missing. Add 'apiVersion:' with 'gitops-tasks/v1'.")]
    [InlineData("- a\n", "gitops.yaml:1:1: error GOT1102: A list stands here. Write a mapping.")]
    public void Wants_one_document_of_its_version(string text, string expected) =>
        Reading.ErrorsOf(() => GitOpsConfigFile.Parse(Encoding.UTF8.GetBytes(text), "gitops.yaml")).ShouldBe([expected]);

    [Fact]
    public void Passes_on_what_the_yaml_reader_says() =>
        Reading.ErrorsOf(() => Reading.Config("config: {a: b\nimages: x")).Single().ShouldContain("GOT2001");

    [Fact]
    public void Is_not_held_up_by_aliases_that_multiply()
    {
        var bomb = new StringBuilder("images: {w: {repository: w, tags: &a0 [x]}}\n");
        for (var i = 1; i < 40; i++)
            bomb.Append($"z{i}: &a{i} [*a{i - 1}, *a{i - 1}]\n");
        Reading.ErrorsOf(() => Reading.Config(bomb.ToString())).Count.ShouldBe(39);
    }
}
