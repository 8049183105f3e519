using GitOpsTasks.Contracts;
using GitOpsTasks.Edits;

namespace GitOpsTasks.Tests.Bump;

/// <summary>Argo CD's applications, and the files that override their sources.</summary>
public sealed class BumpingArgoApplications
{
    private const string Head = "apiVersion: argoproj.io/v1alpha1\nkind: Application\n";

    [Theory]
    [InlineData("web:v1", "web:v2", "web:v2")]
    [InlineData("web", "web:v2", "web:v2")]
    [InlineData("web=ghcr.io/acme/web:v1", "web:v2", "web=ghcr.io/acme/web:v2")]
    [InlineData("web=ghcr.io/acme/web:v1", "ghcr.io/acme/web:v2", "web=ghcr.io/acme/web:v2")]
    [InlineData("web=ghcr.io/acme/web:v1@OLD", "web:v2", "web=ghcr.io/acme/web:v2")]
    [InlineData("web=ghcr.io/acme/web:v1@OLD", "web:v2@NEW", "web=ghcr.io/acme/web:v2@NEW")]
    [InlineData("web:v1", "web=shop:v2", "web=shop:v2")]
    [InlineData("docker.io/library/nginx:1", "nginx:2", "docker.io/library/nginx:2")]
    [InlineData("nginx=docker.io/library/nginx:1", "docker.io/nginx:2", "nginx=docker.io/library/nginx:2")]
    [InlineData("localhost:5000/web=localhost:5000/web:1", "localhost:5000/web:2", "localhost:5000/web=localhost:5000/web:2")]
    public void Rewrites_an_image_of_kustomize_in_its_form(string old, string image, string expected)
    {
        var text = Head + "spec:\n  source:\n    kustomize:\n      images:\n      - other:v1\n      - " + old + " # c\n";
        ImageEdits.Of("app.yaml", text, image).Text(text).ShouldBe(ImageEdits.Digests(text.Replace(old, expected, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("spec:\n  source:\n    kustomize: {images: ['web:v1']}\n")]
    [InlineData("spec:\n  sources:\n  - helm:\n      parameters:\n      - {name: image.repository, value: web}\n      - {name: image.tag, value: v1}\n")]
    [InlineData("spec:\n  sources:\n  - helm:\n      parameters:\n      - name: web.image.tag\n        value: v1\n      - name: web.image.repository\n        value: web\n")]
    [InlineData("spec:\n  source:\n    helm:\n      parameters:\n      - {name: image, value: 'web:v1'}\n")]
    [InlineData("spec:\n  source:\n    helm:\n      parameters:\n      - {name: imageRepository, value: web}\n      - {name: imageTag, value: v1, forceString: true}\n")]
    [InlineData("spec:\n  source:\n    helm:\n      parameters: [{name: 'jobs[0].image.repository', value: web}, {name: 'jobs[0].image.tag', value: v1}]\n")]
    [InlineData("spec:\n  source:\n    helm:\n      valuesObject:\n        a: {image: {repository: web, tag: v1}}\n")]
    [InlineData("spec:\n  source:\n    helm:\n      valuesObject:\n        helm: {valuesObject: {}}\n        web: {repository: web, tag: v1}\n")]
    [InlineData("spec:\n  source:\n    helm:\n      values: |\n        # c\n        image:\n          repository: web   # name\n          tag: v1\n\n        x: y\n  z: 1\n")]
    [InlineData("spec:\n  source:\n    helm:\n      values: |-\n        image: web:v1\n")]
    [InlineData("spec:\n  source:\n    helm:\n      values: |2\n          image: web:v1\n")]
    [InlineData("spec:\n  source:\n    helm:\n      parameters: [{name: image.tag, value: v1}]\n      valuesObject:\n        image: {repository: web}\n")]
    [InlineData("spec:\n  source:\n    helm:\n      parameters: [{name: image.tag, value: v1}]\n      values: |\n        image: {repository: web}\n")]
    [InlineData("metadata:\n  annotations:\n    argocd-image-updater.argoproj.io/image-list: x=web:~1.0, y=other\n    argocd-image-updater.argoproj.io/x.helm.image-tag: a.b.tag\nspec:\n  source:\n    helm:\n      parameters: [{name: a.b.tag, value: v1}]\n")]
    [InlineData("metadata:\n  annotations:\n    argocd-image-updater.argoproj.io/image-list: web\nspec:\n  source:\n    helm:\n      parameters: [{name: image.tag, value: v1}]\n")]
    [InlineData("spec:\n  sourceHydrator:\n    drySource:\n      helm: {parameters: [{name: image.repository, value: web}, {name: image.tag, value: v1}]}\n")]
    public void Changes_the_tag_of_an_application(string spec)
    {
        var text = Head + spec;
        var expected = text.Replace("v1\n", "v2\n", StringComparison.Ordinal).Replace("v1'", "v2'", StringComparison.Ordinal)
            .Replace("v1}", "v2}", StringComparison.Ordinal).Replace("v1,", "v2,", StringComparison.Ordinal);
        if (spec.Contains("repository: web}", StringComparison.Ordinal) && spec.Contains("parameters: [{name: image.tag", StringComparison.Ordinal))
            expected = expected.Replace("repository: web}", "repository: web, tag: v2}", StringComparison.Ordinal);
        ImageEdits.Edited("app.yaml", text, "web:v2").ShouldBe(expected);
    }

    [Fact]
    public void Reads_every_template_of_an_application_set()
    {
        const string Text = """
            apiVersion: argoproj.io/v1alpha1
            kind: ApplicationSet
            spec:
              generators:
              - list:
                  elements: [{cluster: a}]
                  template:
                    spec:
                      source:
                        kustomize: {images: ['web:v1']}
              template:
                metadata: {name: '{{ .cluster }}'}
                spec:
                  sources:
                  - helm:
                      values: |
                        image: {repository: web, tag: v1}
                        cluster: "{{ .cluster }}"
                  - kustomize:
                      images: ["web={{ .registry }}/web:v1", "web:{{ .tag }}"]
            """;
        var edit = ImageEdits.Of("set.yaml", Text, "web:v2");
        edit.Text(Text).ShouldBe(Text.Replace("'web:v1'", "'web:v2'", StringComparison.Ordinal).Replace("tag: v1", "tag: v2", StringComparison.Ordinal));
        edit.Diagnostics.Select(warning => (warning.Code, warning.Place!.Line)).ShouldBe([(EditCodes.Templated, 20), (EditCodes.Templated, 20)]);
    }

    [Fact]
    public void Reports_values_that_a_template_makes_no_YAML()
    {
        const string Text = Head + "spec:\n  source:\n    helm:\n      values: |\n        {{- if .x }}\n        image: web:v1\n        {{- end }}\n";
        var edit = ImageEdits.Of("app.yaml", Text, "web:v2");
        (edit.Change, edit.Diagnostics.ShouldHaveSingleItem().Code).ShouldBe((null, EditCodes.FileSkipped));
        ImageEdits.Of("app.yaml", Text, "webs:v2").Diagnostics.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("7284872", "\"7284872\", forceString: true")]
    [InlineData("1.10", "\"1.10\", forceString: true")]
    [InlineData("v2", "v2")]
    public void Tells_helm_that_a_number_is_a_text(string tag, string expected)
    {
        const string Text = Head + "spec: {source: {helm: {parameters: [{name: image.repository, value: web}, {name: image.tag, value: v1}]}}}\n";
        ImageEdits.Edited("app.yaml", Text, "web:" + tag).ShouldBe(Text.Replace("v1}", expected + "}", StringComparison.Ordinal));
    }

    [Fact]
    public void Tells_helm_that_a_number_is_a_text_in_a_parameter_that_denied_it()
    {
        const string Text = Head + "spec:\n  source:\n    helm:\n      parameters:\n      - name: image.repository\n        value: web\n      - name: image.tag\n        value: v1\n        forceString: false\n";
        ImageEdits.Edited("app.yaml", Text, "web:12").ShouldBe(Text.Replace("value: v1", "value: \"12\"", StringComparison.Ordinal).Replace("false", "true", StringComparison.Ordinal));
    }

    [Fact]
    public void Adds_a_parameter_for_a_part_that_has_none()
    {
        const string Text = Head + "spec:\n  source:\n    helm:\n      parameters:\n        - name: image.repository\n          value: web\n        - name: replicas\n          value: \"2\"\n";
        ImageEdits.Edited("app.yaml", Text, "web:v2").ShouldBe(Text.Replace("value: web\n", "value: web\n        - name: image.tag\n          value: v2\n", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(".argocd-source-web.yaml")]
    [InlineData(".argocd-source-argocd_web.yaml")]
    [InlineData(".argocd-source.yaml")]
    public void Keeps_every_other_image_in_an_override(string name)
    {
        const string Text = "helm:\n  parameters:\n  - name: api.image.repository\n    value: api\n    forcestring: true\n  - name: image.repository\n    value: web\n    forcestring: true\n  - name: image.tag\n    value: v1\n    forcestring: true\nkustomize:\n  images:\n  - api:v1\n  - web:v1\n";
        ImageEdits.Edited("apps/" + name, Text, "web:v2").ShouldBe(Text.Replace("value: v1", "value: v2", StringComparison.Ordinal).Replace("web:v1", "web:v2", StringComparison.Ordinal));
    }

    [Fact]
    public void Names_the_places_of_the_file_around()
    {
        const string Text = Head + "spec:\n  source:\n    helm:\n      values: |\n        image:\n          repository: web\n          tag: v1\n";
        var field = ImageEdits.Of("app.yaml", Text, "web:v2").Fields.ShouldHaveSingleItem();
        (field.Place.ToString(), field.Subject, field.Field, field.Old, field.New).ShouldBe(("app.yaml:9:16", "web", "tag", "v1", "v2"));
    }

    [Fact]
    public void Says_which_aliases_of_a_text_or_in_it_change_too()
    {
        const string Text = Head + "spec:\n  sources:\n  - helm:\n      values: &v |\n        image: {repository: web, tag: &t v1}\n        x: *t\n  - helm: {values: *v}\n";
        var edit = ImageEdits.Of("app.yaml", Text, "web:v2");
        edit.Fields.ShouldHaveSingleItem();
        edit.Diagnostics.Select(note => (note.Code, note.Place!.ToString())).ShouldBe([(EditCodes.SharedValue, "app.yaml:9:20"), (EditCodes.SharedValue, "app.yaml:8:12")]);
        edit.Text(Text).ShouldBe(Text.Replace("v1\n", "v2\n", StringComparison.Ordinal).Replace("v1}", "v2}", StringComparison.Ordinal));
    }
}
