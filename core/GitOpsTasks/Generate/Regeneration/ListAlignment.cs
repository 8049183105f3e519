using GitOpsTasks.Yaml;

namespace GitOpsTasks.Generate.Regeneration;

/// <summary>Which item of a list as it is becomes which of the list to be; -1 for new ones.</summary>
internal static class ListAlignment
{
    private const int MostPairs = 4_000_000;

    /// <summary>By a key, wherever the items stand.</summary>
    public static int[] ByKey(ListKey key, List<YamlValue> here, List<YamlValue> next)
    {
        var places = here.Select((item, index) => (Id: key.IdOf(item)!, index)).ToDictionary(pair => pair.Id, pair => pair.index, StringComparer.Ordinal);
        return [.. next.Select(item => places.GetValueOrDefault(key.IdOf(item)!, -1))];
    }

    /// <summary>In order: as many equal items as possible stay, and between them the others become each other as far as they go.</summary>
    public static int[] InOrder(List<YamlValue> here, List<YamlValue> next)
    {
        var partners = new int[next.Count];
        Array.Fill(partners, -1);
        if ((long)here.Count * next.Count <= MostPairs)
            PairEqual(here, next, partners);
        var start = 0;
        for (var i = 0; i < next.Count; i++)
        {
            if (partners[i] >= 0)
            {
                start = partners[i] + 1;
                continue;
            }

            var end = partners.Skip(i).FirstOrDefault(partner => partner >= 0, here.Count);
            if (start < end && (here[start] is YamlMap) == (next[i] is YamlMap))
                partners[i] = start++;
        }

        return partners;
    }

    // The longest common subsequence.
    private static void PairEqual(List<YamlValue> here, List<YamlValue> next, int[] partners)
    {
        var lengths = new int[here.Count + 1, next.Count + 1];
        for (var i = here.Count - 1; i >= 0; i--)
        {
            for (var j = next.Count - 1; j >= 0; j--)
                lengths[i, j] = FieldValues.Same(here[i], next[j], "") ? lengths[i + 1, j + 1] + 1 : Math.Max(lengths[i + 1, j], lengths[i, j + 1]);
        }

        for (var (i, j) = (0, 0); i < here.Count && j < next.Count;)
        {
            if (FieldValues.Same(here[i], next[j], ""))
                partners[j++] = i++;
            else if (lengths[i + 1, j] >= lengths[i, j + 1])
                i++;
            else
                j++;
        }
    }
}
