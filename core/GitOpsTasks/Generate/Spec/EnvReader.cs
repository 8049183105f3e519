using GitOpsTasks.Config;
using GitOpsTasks.Generate.Env;

namespace GitOpsTasks.Generate.Spec;

/// <summary>Reads what a spec says of environment variables.</summary>
internal static class EnvReader
{
    private static readonly ConfigValue<string> s_value = ConfigValues.Scalar.Then(KubernetesText.EnvValue);

    /// <summary>Reads keys over what is there already.</summary>
    public static AppSpec Read(MappingReader reader, AppSpec o)
    {
        var format = reader.Choice("envFormat", o.EnvFormat, ("literal", EnvFormat.Literal), ("dotenv", EnvFormat.Dotenv));
        var open = o.EnvPublic.Union(reader.List("envPublic", ConfigValues.Text.Then(KubernetesText.EnvName))).ToList();
        var values = reader.Map("env", s_value, KubernetesText.EnvName);
        foreach (var (key, value) in values)
        {
            if (PlainSecret.IsOne(key, value, open) && reader.NodeOf("env")?[key] is { } node)
                reader.Report(GenerateCodes.PlainSecret, node, PlainSecret.Message(key), PlainSecret.Advice);
        }

        return o with { Env = [.. o.Env, new EnvLayer(Files(reader, format), values)], EnvFormat = format, EnvPublic = open };
    }

    private static IReadOnlyList<EnvFileReference> Files(MappingReader reader, EnvFormat format)
    {
        var single = reader.Text("envFile");
        var several = reader.List("envFiles", ConfigValues.Text);
        if (reader.Has("envFile") && reader.Has("envFiles"))
            reader.Report(ConfigCodes.Contradiction, "envFile", "Both 'envFile' and 'envFiles' are given.", "Move the file into 'envFiles'.");
        if (single is not null)
            return [new EnvFileReference(single, format, reader.NodeOf("envFile")?.Place)];
        var places = reader.NodeOf("envFiles")?.Items.Select(item => item.Resolved.Place).ToList();
        return [.. several.Select((path, index) => new EnvFileReference(path, format, places![index]))];
    }
}
