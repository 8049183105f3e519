using GitOpsTasks.Contracts;
using GitOpsTasks.Edits;

namespace GitOpsTasks.Tests.Bump;

/// <summary>Values of charts: references in one text, and in parts.</summary>
public sealed class BumpingHelmValues
{
    [Theory]
    [InlineData("image: web:1.4.0\n")]
    [InlineData("image: \"web:1.4.0\" # c\n")]
    [InlineData("a:\n  b:\n  - sidecarImage: 'web:1.4.0'\n")]
    [InlineData("extraContainers:\n- name: x\n  image: web:1.4.0\n")]
    [InlineData("images:\n- web:1.4.0\n- other:1\n")]
    [InlineData("images:\n  one: web:1.4.0\n  two: other:1\n")]
    [InlineData("image: {repository: web, tag: 1.4.0}\n")]
    [InlineData("image: {tag: 1.4.0, repository: web}\n")]
    [InlineData("image:\n  repository: web\n  pullPolicy: Always\n  tag: '1.4.0'\n")]
    [InlineData("image:\n  repository: web\n  version: 1.4.0\n")]
    [InlineData("image: {name: web, tag: 1.4.0}\n")]
    [InlineData("images:\n- {name: web, tag: 1.4.0}\n- {name: other, tag: 1.4.9}\n")]
    [InlineData("images:\n  one: {name: web, tag: 1.4.0}\n")]
    [InlineData("web: {repository: web, tag: 1.4.0}\n")]
    [InlineData("image: web\ntag: 1.4.0\n")]
    [InlineData("image: web\nimageTag: 1.4.0\n")]
    [InlineData("imageRepository: web\nimageTag: 1.4.0\n")]
    [InlineData("imageName: web\nimageTag: 1.4.0\n")]
    [InlineData("webImage: web\nwebImageTag: 1.4.0\n")]
    [InlineData("webRepository: web\nwebTag: 1.4.0\n")]
    [InlineData("image: {registry: '', repository: web, tag: 1.4.0}\n")]
    [InlineData("image: {registry: docker.io, repository: library/web, tag: 1.4.0}\n")]
    [InlineData("defaults: &d {repository: web}\nimage:\n  <<: *d\n  tag: 1.4.0\n")]
    [InlineData("a: &d\n  repository: web\n  tag: 1.4.0\nimage: *d\n")]
    [InlineData("kind: DaemonSet\nimage:\n  repository: web\n  tag: 1.4.0\n")]
    [InlineData("image:\r\n  repository: web\r\n  tag: 1.4.0\r\n")]
    [InlineData("---\n# one\nimage: {repository: other, tag: 1.4.1}\n---\nimage: {repository: web, tag: 1.4.0}")]
    public void Changes_the_tag_of(string text) =>
        ImageEdits.Edited("values.yaml", text, "web:1.5.0").ShouldBe(text.Replace("1.4.0", "1.5.0", StringComparison.Ordinal));

    [Theory]
    [InlineData("registry: ghcr.io\n  repository: acme/web", "ghcr.io/acme/web:2.0.0")]
    [InlineData("registry: ghcr.io\n  repository: acme/web", "acme/web:2.0.0")]
    [InlineData("registry: ghcr.io/acme\n  repository: web", "ghcr.io/acme/web:2.0.0")]
    [InlineData("registry: localhost:5000\n  repository: web", "localhost:5000/web:2.0.0")]
    [InlineData("repository: nvcr.io/acme\n  image: web", "nvcr.io/acme/web:2.0.0")]
    public void Finds_an_image_by_its_registry_and_repository(string name, string image)
    {
        var text = $"image:\n  {name}\n  tag: 1.4.0\n";
        ImageEdits.Edited("values.yaml", text, image).ShouldBe(text.Replace("1.4.0", "2.0.0", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("tag: 1.4.0", "1.10", "tag: \"1.10\"")]
    [InlineData("tag: 1.10", "1.10", "tag: \"1.10\"")]
    [InlineData("tag: '1.10'", "1.11", "tag: '1.11'")]
    [InlineData("tag: 553640e6", "abc1234", "tag: abc1234")]
    [InlineData("tag: \"\"", "2", "tag: \"2\"")]
    [InlineData("tag: ''", "2", "tag: '2'")]
    [InlineData("tag:", "v2", "tag: v2")]
    [InlineData("tag: null # appVersion", "v2", "tag: v2 # appVersion")]
    [InlineData("tag: ~", "0123e4", "tag: \"0123e4\"")]
    [InlineData("tag: &t v1", "v2", "tag: &t v2")]
    [InlineData("tag: >-\n    v1", "v2", "tag: >-\n    v2")]
    public void Writes_a_tag_as_a_text(string old, string tag, string expected) =>
        ImageEdits.Edited("values.yaml", $"image:\n  repository: web\n  {old}\nb: c\n", "web:" + tag).ShouldBe($"image:\n  repository: web\n  {expected}\nb: c\n");

    [Theory]
    [InlineData("image:\n  repository: web\n  pullPolicy: x\n", "image:\n  repository: web\n  tag: v2\n  pullPolicy: x\n")]
    [InlineData("image: {repository: web}\n", "image: {repository: web, tag: v2}\n")]
    [InlineData("operator:\n  repository: docker.io\n  image: web\n  x: y\n", "operator:\n  repository: docker.io\n  image: web\n  tag: v2\n  x: y\n")]
    [InlineData("image: web\n", "image: web:v2\n")]
    public void Adds_a_tag_where_there_is_none(string text, string expected) => ImageEdits.Edited("values.yaml", text, "web:v2").ShouldBe(expected);

    [Theory]
    [InlineData("tag: v1@OLD", "web:v2", "tag: v2")]
    [InlineData("tag: v1@OLD", "web:v2@NEW", "tag: v2@NEW")]
    [InlineData("tag: v1@OLD", "web@NEW", "tag: v1@NEW")]
    [InlineData("tag: v1@OLD", "web:v1", "tag: v1@OLD")]
    [InlineData("tag: v1@OLD\n  digest: \"\"", "web:v2@NEW", "tag: v2@NEW\n  digest: \"\"")]
    [InlineData("tag: v1", "web:v2@NEW", "tag: v2@NEW")]
    [InlineData("tag: v1\n  digest: \"\"", "web:v2", "tag: v2\n  digest: \"\"")]
    [InlineData("tag: v1\n  digest:", "web:v2", "tag: v2\n  digest:")]
    [InlineData("tag: v1\n  digest: \"\"", "web:v2@NEW", "tag: v2\n  digest: \"NEW\"")]
    [InlineData("tag: v1\n  digest: OLD # pin", "web:v2", "tag: v2\n  digest: \"\" # pin")]
    [InlineData("tag: v1\n  digest: OLD", "web:v2@NEW", "tag: v2\n  digest: NEW")]
    [InlineData("tag: v1\n  digest: OLD", "web@NEW", "tag: v1\n  digest: NEW")]
    [InlineData("tag: v1\n  digest: OLD", "web:v1", "tag: v1\n  digest: OLD")]
    [InlineData("digest: OLD", "web@NEW", "digest: NEW")]
    [InlineData("digest: OLD", "web:v2", "tag: v2\n  digest: \"\"")]
    [InlineData("tag: v1\n  sha: \"\"", "web:v2", "tag: v2\n  sha: \"\"")]
    [InlineData("tag: v1\n  sha: HEXOLD", "web:v2", "tag: v2\n  sha: \"\"")]
    [InlineData("tag: v1\n  sha: HEXOLD", "web:v2@NEW", "tag: v2\n  sha: HEXNEW")]
    [InlineData("tag: v1\n  digest: OLD\n  digestChroot: OLD", "web:v2@NEW", "tag: v2\n  digest: NEW\n  digestChroot: \"\"")]
    [InlineData("tag: v1\n  digest: OLD\n  useDigest: true", "web:v2", "tag: v2\n  digest: \"\"\n  useDigest: false")]
    [InlineData("tag: v1\n  digest: \"\"\n  useDigest: false", "web:v2@NEW", "tag: v2\n  digest: \"NEW\"\n  useDigest: true")]
    public void Keeps_no_old_digest_beside_a_new_tag(string old, string image, string expected)
    {
        static string Written(string text) => "image:\n  repository: web\n  " + ImageEdits.Digests(text
            .Replace("HEXOLD", new string('a', 64), StringComparison.Ordinal).Replace("HEXNEW", new string('b', 64), StringComparison.Ordinal)) + "\n";
        ImageEdits.Edited("values.yaml", Written(old), image).ShouldBe(Written(expected));
    }

    [Fact]
    public void Refuses_a_digest_alone_where_only_a_tag_can_hold_it()
    {
        var failure = Should.Throw<TaskFailedException>(() => ImageEdits.Of("values.yaml", "image:\n  repository: web\n  tag: \"\"\n", "web@NEW"));
        failure.Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(EditCodes.NoPlaceForDigest);
    }

    [Theory]
    [InlineData("image:\n  repository: web\n  tag: v1\n", "image:\n  repository: ghcr.io/acme/web\n  tag: v2\n")]
    [InlineData("image:\n  registry: docker.io\n  repository: web\n  tag: v1\n", "image:\n  registry: ghcr.io\n  repository: acme/web\n  tag: v2\n")]
    [InlineData("image:\n  registry: \"\"\n  repository: web\n  tag: v1\n", "image:\n  registry: \"ghcr.io\"\n  repository: acme/web\n  tag: v2\n")]
    [InlineData("image: web:v1\n", "image: ghcr.io/acme/web:v2\n")]
    public void Moves_an_image(string text, string expected) => ImageEdits.Of("values.yaml", text, "web=ghcr.io/acme/web:v2").Text(text).ShouldBe(expected);

    [Fact]
    public void Moves_an_image_within_its_registry()
    {
        const string Text = "image:\n  registry: ghcr.io/acme\n  repository: web\n  tag: v1\n";
        ImageEdits.Of("values.yaml", Text, "ghcr.io/acme/web=ghcr.io/acme/shop:v2").Text(Text).ShouldBe("image:\n  registry: ghcr.io/acme\n  repository: shop\n  tag: v2\n");
    }

    [Fact]
    public void Changes_several_images_of_a_file()
    {
        const string Text = "web:\n  image: {repository: web, tag: v1}\napi:\n  image: {repository: api, tag: v1}\njob: {image: 'web:v1'}\n";
        var edit = ImageEdits.Of("values.yaml", Text, "web:v2", "api:v3");
        edit.Text(Text).ShouldBe("web:\n  image: {repository: web, tag: v2}\napi:\n  image: {repository: api, tag: v3}\njob: {image: 'web:v2'}\n");
        edit.Fields.Select(field => $"{field.Place} {field.Subject} {field.Field} {field.Old} {field.New}").ShouldBe(
            ["values.yaml:2:33 web tag v1 v2", "values.yaml:4:33 api tag v1 v3", "values.yaml:5:14 web image web:v1 web:v2"]);
    }

    [Theory]
    [InlineData("values.yaml", "image: https://example.com/web.png\n")]
    [InlineData("values.yaml", "source: {repository: web}\n")]
    [InlineData("values.yaml", "image: {repository: acme/web, tag: v1}\n")]
    [InlineData("values.yaml", "image: {repository: webs, tag: v1}\n")]
    [InlineData("values.yaml", "name: web\ntag: v1\n")]
    [InlineData("values.yaml", "image: {tag: v1}\nname: web\n")]
    [InlineData("Chart.yaml", "name: web\nimage: web:v1\n")]
    [InlineData("docker-compose.yaml", "services: {web: {image: 'web:v1'}}\n")]
    [InlineData(".github/workflows/ci.yaml", "jobs: {a: {container: {image: 'web:v1'}}}\n")]
    [InlineData(".gitlab-ci.yml", "image: web:v1\n")]
    [InlineData("package.json", "{\"image\": \"web:v1\"}\n")]
    [InlineData("gitops.yaml", "apiVersion: gitops-tasks/v1\nimages: {web: {repository: web, tag: v1}}\n")]
    public void Leaves_what_is_no_image_of_a_chart(string path, string text)
    {
        var edit = ImageEdits.Of(path, text, "web:v2");
        (edit.Matched.Count, edit.Change).ShouldBe((0, null));
    }

    [Theory]
    [InlineData("image:\n  repository: web\n  tag: \"{{ .Chart.AppVersion }}\"\n", "values.yaml:3:8")]
    [InlineData("image: web:${VERSION}\n", "values.yaml:1:8")]
    public void Reports_a_version_that_is_a_template(string text, string place)
    {
        var edit = ImageEdits.Of("values.yaml", text, "web:v2");
        edit.Matched.ShouldBeEmpty();
        var warning = edit.Diagnostics.ShouldHaveSingleItem();
        (warning.Code, warning.Place!.ToString()).ShouldBe((EditCodes.Templated, place));
    }

    [Fact]
    public void Reads_the_values_that_a_kustomization_gives_a_chart()
    {
        const string Text = "helmCharts:\n- name: web\n  valuesInline:\n    image: {repository: web, tag: v1}\n";
        ImageEdits.Edited("kustomization.yaml", Text, "web:v2").ShouldBe(Text.Replace("v1", "v2", StringComparison.Ordinal));
    }

    [Fact]
    public void Reads_mappings_that_take_in_each_other_many_times_in_no_time()
    {
        var text = "m0: &m0 {repository: web, tag: v1}\n" + string.Concat(Enumerable.Range(1, 30).Select(level =>
            $"m{level}: &m{level}\n  <<: [{string.Join(", ", Enumerable.Repeat($"*m{level - 1}", 20))}]\n"));
        var edit = ImageEdits.Of("values.yaml", text, "web:v2");
        edit.Text(text).ShouldBe(text.Replace("v1", "v2", StringComparison.Ordinal));
        edit.Fields.ShouldHaveSingleItem();
    }
}
