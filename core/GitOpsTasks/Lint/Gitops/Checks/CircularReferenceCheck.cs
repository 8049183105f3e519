using GitOpsTasks.Contracts;
using GitOpsTasks.Lint.Gitops.Builds;

namespace GitOpsTasks.Lint.Gitops.Checks;

/// <summary>No kustomization builds on one that builds on it, or on a folder that it is in: kustomize refuses both.</summary>
internal static class CircularReferenceCheck
{
    /// <summary>The references that close circles.</summary>
    public static IEnumerable<Diagnostic> Run(RepositoryGraph graph)
    {
        var done = new HashSet<Kustomization>();
        var open = new HashSet<Kustomization>();
        var way = new Stack<(Kustomization At, IEnumerator<NamedPath> Next)>();
        foreach (var start in graph.Kustomizations)
        {
            Enter(start);
            while (way.TryPeek(out var step))
            {
                if (!step.Next.MoveNext())
                {
                    way.Pop();
                    open.Remove(step.At);
                    continue;
                }

                var reference = step.Next.Current;
                if (reference.Path is not { } path || !graph.ByFolder.TryGetValue(path, out var target))
                    continue;
                if (open.Contains(target))
                    yield return Circle(reference, way.Select(at => at.At).TakeWhile(at => at != target).Append(target).Reverse());
                else if (step.At.Folder.IsIn(target.Folder))
                    yield return Around(reference, step.At);
                else
                    Enter(target);
            }
        }

        void Enter(Kustomization kustomization)
        {
            if (!done.Add(kustomization))
                return;
            open.Add(kustomization);
            way.Push((kustomization, kustomization.Resources.Concat(kustomization.Components).GetEnumerator()));
        }
    }

    private static Diagnostic Circle(NamedPath reference, IEnumerable<Kustomization> way)
    {
        var names = way.Select(kustomization => kustomization.Folder.IsRoot ? "." : kustomization.Folder.Value).ToList();
        return GitopsRules.CircularReference.At(
            reference.Node,
            $"'{reference.Text}' leads back here: {string.Join(" > ", names.Append(names[0]).Take(6))}.",
            "Move what both need into a kustomization of its own.");
    }

    private static Diagnostic Around(NamedPath reference, Kustomization owner) => GitopsRules.CircularReference.At(
        reference.Node,
        $"'{reference.Text}' is a folder around '{owner.Folder}', which kustomize takes for a circle.",
        "Move what is built on into a folder beside this one, such as 'base'.");
}
