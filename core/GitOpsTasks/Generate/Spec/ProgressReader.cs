using GitOpsTasks.Config;

namespace GitOpsTasks.Generate.Spec;

/// <summary>Reads what a spec says of bringing out versions step by step.</summary>
internal static class ProgressReader
{
    public static AppCanary Canary(MappingReader reader, AppCanary otherwise) => new()
    {
        Steps = reader.ListOr("steps", ConfigValues.Mapping(Step), otherwise.Steps),
        Nginx = reader.Flag("nginx", otherwise.Nginx),
    };

    public static AppBlueGreen BlueGreen(MappingReader reader, AppBlueGreen otherwise) => new()
    {
        AutoPromote = reader.Flag("autoPromote", otherwise.AutoPromote),
        PreviewReplicas = reader.NumberOr("previewReplicas", KubernetesText.AtLeast(1), otherwise.PreviewReplicas),
        ScaleDownDelay = reader.NumberOr("scaleDownDelay", KubernetesText.AtLeast(0), otherwise.ScaleDownDelay),
    };

    public static AppFlagger Flagger(MappingReader reader, AppFlagger otherwise) => new()
    {
        Interval = reader.Get("interval", SpecValues.Duration, otherwise.Interval),
        Threshold = reader.NumberOr("threshold", KubernetesText.AtLeast(1), otherwise.Threshold)!.Value,
        MaxWeight = reader.NumberOr("maxWeight", KubernetesText.Percent, otherwise.MaxWeight)!.Value,
        StepWeight = reader.NumberOr("stepWeight", KubernetesText.Percent, otherwise.StepWeight)!.Value,
        SuccessRate = reader.NumberOr("successRate", KubernetesText.Percent, otherwise.SuccessRate)!.Value,
        Duration = reader.NumberOr("duration", KubernetesText.AtLeast(1), otherwise.Duration)!.Value,
        Provider = reader.Text("provider") ?? otherwise.Provider,
    };

    private static CanaryStep Step(MappingReader reader)
    {
        var step = new CanaryStep(
            reader.NumberOr("weight", KubernetesText.Percent, null),
            reader.Find("pause", ConfigValues.Text.Then(text => text == "forever" ? text : KubernetesText.Duration(text))));
        if (step is { Weight: null, Pause: null })
            reader.Report(ConfigCodes.Contradiction, "weight", "This step does nothing.", "Write 'weight', 'pause' or both.");
        return step;
    }
}
