using GitOpsTasks.Config;
using GitOpsTasks.Generate.Spec;
using GitOpsTasks.Images;

namespace GitOpsTasks.Generate;

/// <summary>The keys of an app spec, declared by being read.</summary>
internal static class AppSpecReader
{
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
            Image = reader.Require("image", SpecValues.Image, new ImageReference("")),
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
        AppFieldsReader.Read(reader, spec with { Image = reader.Get("image", SpecValues.Image, spec.Image) });
}
