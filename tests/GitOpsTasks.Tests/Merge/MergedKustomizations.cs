namespace GitOpsTasks.Tests.Merge;

/// <summary>A kustomization that two branches change.</summary>
public abstract class MergedKustomizations : MergedVersions
{
    private protected const string Base = "# shop\nresources:\n- ../base\nimages:\n- name: web\n  newTag: 1.0.0\n- name: api\n  newTag: 2.0.0\n";

    private protected static readonly string s_digest = "sha256:" + new string('a', 64);

    private protected static string With(string text, params (string Old, string New)[] changes) =>
        changes.Aggregate(text, (current, change) => current.Replace(change.Old, change.New, StringComparison.Ordinal));
}
