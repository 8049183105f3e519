namespace GitOpsTasks.Build.Names;

/// <summary>The labels and annotations of an image: the predefined keys of the OCI image specification, and those written.</summary>
internal sealed class NamedLabels(TemplateScope scope, string? version)
{
    private const string Prefix = "org.opencontainers.image.";

    /// <summary>Labels by key, in order of the keys.</summary>
    public IReadOnlyDictionary<string, string> Labels() =>
        Merge(scope.Request.OwnLabels, LabelLine.ReadAll(NameInput.Labels, scope.Request.Labels).Select(line => (line.Key, line.Value)));

    /// <summary>Annotations, level by level.</summary>
    public IReadOnlyList<ImageAnnotation> Annotations()
    {
        var lines = LabelLine.ReadAll(NameInput.Annotations, scope.Request.Annotations);
        var common = scope.Request.AnnotationLevels;
        return
        [
            .. from level in ImageAnnotation.Levels
               let isCommon = common.Contains(level)
               let own = lines.Where(line => line.Levels.Count == 0 ? isCommon : line.Levels.Contains(level)).Select(line => (line.Key, line.Value))
               from pair in isCommon ? Merge([], own) : Written(own, new(StringComparer.Ordinal))
               select new ImageAnnotation(level, pair.Key, pair.Value),
        ];
    }

    private SortedDictionary<string, string> Merge(IEnumerable<KeyValuePair<string, string>> own, IEnumerable<(string Key, PlacedText Value)> lines)
    {
        var facts = scope.Event.Repository;
        var created = scope.Request.Created ?? scope.Event.CommitTime;
        (string Key, string? Value)[] known =
        [
            ("title", facts.Name), ("description", facts.Description), ("url", facts.Url), ("source", facts.Source ?? facts.Url), ("version", version),
            ("created", created is { } time ? ImageLabels.Time(time) : null), ("revision", scope.Event.Commit), ("licenses", facts.License),
        ];
        var labels = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, value) in known)
        {
            if (value is not null)
                labels[Prefix + key] = value;
        }

        foreach (var (key, value) in own)
            labels[key] = value;
        return Written(lines, labels);
    }

    private SortedDictionary<string, string> Written(IEnumerable<(string Key, PlacedText Value)> lines, SortedDictionary<string, string> labels)
    {
        foreach (var (key, value) in lines)
        {
            if (NameTemplate.Parse(value).Fill(scope) is { Length: > 0 } text)
                labels[key] = text;
            else
                labels.Remove(key);
        }

        return labels;
    }
}
