using GitOpsTasks.Trees;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Edits.Helm;

/// <summary>Texts that stand side by side under names: the keys of a mapping, or Argo CD's parameters of one prefix.</summary>
internal abstract class FieldSet
{
    /// <summary>The name they stand under; empty at the root.</summary>
    public abstract string Within { get; }

    /// <summary>The names, in the order written.</summary>
    public abstract IEnumerable<string> Names { get; }

    /// <summary>The scalar of a name, through aliases; null where it has none.</summary>
    public abstract YamlNode? this[string name] { get; }

    /// <summary>The text of a name; empty for null, and where there is none.</summary>
    public virtual string TextOf(string name) => this[name] is { IsNull: false } node ? node.Value : "";

    /// <summary>Whether a name has a value, be it empty.</summary>
    public bool Has(string name) => this[name] is not null;

    /// <summary>Gives a name a text; null where it has that already.</summary>
    /// <param name="editor">Collects the edit.</param>
    /// <param name="subject">The image it is about.</param>
    /// <param name="name">The name.</param>
    /// <param name="text">The text.</param>
    /// <param name="after">The name a new one is put after.</param>
    public FieldChange? Set(YamlEditor editor, string subject, string name, string text, string after)
    {
        if (this[name] is not { } node)
            return Add(editor, name, text, after) is { } place ? new FieldChange(place, Field(name), subject, null, text) : null;
        if (node.Value == text && (node.Style != YamlStyle.Plain || PlainScalar.IsString(node.Value)))
            return null;
        editor.Replace(node, text);
        Replaced(editor, name, text);
        return new FieldChange(node.Place, Field(name), subject, node.IsNull ? null : node.Value, text);
    }

    /// <summary>What reports call a name.</summary>
    protected virtual string Field(string name) => name;

    /// <summary>Adds a name that there is none of yet.</summary>
    /// <returns>Where it is added.</returns>
    protected abstract Contracts.SourcePlace? Add(YamlEditor editor, string name, string text, string after);

    /// <summary>Follows up on a name that got another text.</summary>
    protected virtual void Replaced(YamlEditor editor, string name, string text)
    {
    }
}
