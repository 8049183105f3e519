using GitOpsTasks.Config;
using GitOpsTasks.Generate.Spec;
using GitOpsTasks.Images;

namespace GitOpsTasks.Generate;

/// <summary>The keys of an app spec, declared by being read.</summary>
internal static class AppSpecReader
{
    private static readonly ConfigValue<ImageReference> s_image = ConfigValues.Text.Then(Image);

    /// <summary>Reads a spec that is all in one file.</summary>
    public static AppSpec Read(MappingReader reader) => Read(reader, SpecParts.None);

    /// <summary>Reads a spec whose environments may be in other files.</summary>
    public static AppSpec Read(MappingReader reader, SpecParts parts)
    {
        reader.Require("apiVersion", ConfigValues.Version(GitOpsConfig.ApiVersion), "");
        reader.Require("kind", ConfigValues.Version(AppSpec.Kind), "");
        var defaults = new AppSpec
        {
            Name = reader.Require("name", ConfigValues.Text.Then(KubernetesText.Name), ""),
            Image = reader.Require("image", s_image, new ImageReference("")),
            Layout = reader.Choice("layout", OutputLayout.Kustomize, ("kustomize", OutputLayout.Kustomize), ("flat", OutputLayout.Flat)),
        };
        var spec = AppFieldsReader.Read(reader, defaults);
        var environments = reader.Map("environments", ConfigValues.Mapping(r => ReadEnvironment(r, spec, parts)), ConfigText.Name);
        if (environments.Count == 0)
            SpecRules.CheckComplete(reader, spec);
        return spec with { Environments = environments };
    }

    private static AppSpec ReadEnvironment(MappingReader reader, AppSpec spec, SpecParts parts)
    {
        var environment = ReadFields(reader, parts.Read(reader, spec, ReadFields));
        SpecRules.CheckComplete(reader, environment);
        return environment;
    }

    private static AppSpec ReadFields(MappingReader reader, AppSpec spec) =>
        AppFieldsReader.Read(reader, spec with { Image = reader.Get("image", s_image, spec.Image) });

    private static ImageReference Image(string text)
    {
        if (!ImageReference.TryParse(text, out var image))
            throw new FormatException("Write registry, repository and, if you like, a first version, such as ghcr.io/acme/web:1.0.0.");
        return image.Tag == "latest"
            ? throw new FormatException("Leave the tag out, or name a version: what 'latest' is changes by itself.")
            : image;
    }
}
