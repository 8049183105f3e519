namespace GitOpsTasks.Yaml;

/// <summary>Walks a tree into the events it was, or could have been, built from.</summary>
internal static class YamlEvents
{
    public static IEnumerable<YamlEvent> Of(YamlFile file)
    {
        yield return new YamlEvent(YamlEventKind.StreamStart, null, IsExplicit: false);
        foreach (var document in file.DocumentTable)
        {
            yield return new YamlEvent(YamlEventKind.DocumentStart, null, document.IsExplicitStart);
            foreach (var step in OfTree(file, document.Root))
                yield return step;
            yield return new YamlEvent(YamlEventKind.DocumentEnd, null, document.IsExplicitEnd);
        }

        yield return new YamlEvent(YamlEventKind.StreamEnd, null, IsExplicit: false);
    }

    private static IEnumerable<YamlEvent> OfTree(YamlFile file, int root)
    {
        var open = new Stack<YamlNode>();
        var end = new YamlNode(file, root).NextIndex;
        for (var index = root; index < end; index++)
        {
            var node = new YamlNode(file, index);
            yield return new YamlEvent(StartOf(node.Kind), node, IsExplicit: false);
            if (node.Kind is YamlKind.Mapping or YamlKind.Sequence)
                open.Push(node);
            while (open.Count > 0 && open.Peek().NextIndex == index + 1)
            {
                var closed = open.Pop();
                yield return new YamlEvent(closed.IsMapping ? YamlEventKind.MappingEnd : YamlEventKind.SequenceEnd, closed, IsExplicit: false);
            }
        }
    }

    private static YamlEventKind StartOf(YamlKind kind) => kind switch
    {
        YamlKind.Mapping => YamlEventKind.MappingStart,
        YamlKind.Sequence => YamlEventKind.SequenceStart,
        YamlKind.Alias => YamlEventKind.Alias,
        _ => YamlEventKind.Scalar,
    };
}
