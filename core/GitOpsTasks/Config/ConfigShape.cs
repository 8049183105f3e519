namespace GitOpsTasks.Config;

/// <summary>
/// The kind of value a key takes, as the reader declares it: what the JSON Schemas are checked against.
/// </summary>
public abstract record ConfigShape
{
    /// <summary>How a message names the kind, such as <c>a text</c>.</summary>
    public abstract string Phrase { get; }

    /// <summary>A text; numbers and booleans have to be quoted.</summary>
    public sealed record Text : ConfigShape
    {
        /// <inheritdoc />
        public override string Phrase => "a text";
    }

    /// <summary>A text, number or boolean, taken as it is written.</summary>
    public sealed record Scalar : ConfigShape
    {
        /// <inheritdoc />
        public override string Phrase => "a single value";
    }

    /// <summary>A whole number.</summary>
    public sealed record Number : ConfigShape
    {
        /// <inheritdoc />
        public override string Phrase => "a whole number";
    }

    /// <summary><c>true</c> or <c>false</c>.</summary>
    public sealed record Flag : ConfigShape
    {
        /// <inheritdoc />
        public override string Phrase => "true or false";
    }

    /// <summary>One of a few texts.</summary>
    /// <param name="Values">The texts, in the order of the reference.</param>
    public sealed record Choice(IReadOnlyList<string> Values) : ConfigShape
    {
        /// <inheritdoc />
        public override string Phrase => Values.Count == 1 ? $"'{Values[0]}'" : $"one of {string.Join(", ", Values)}";
    }

    /// <summary>Items in order.</summary>
    /// <param name="Item">What each item is.</param>
    public sealed record List(ConfigShape Item) : ConfigShape
    {
        /// <inheritdoc />
        public override string Phrase => "a list";
    }

    /// <summary>Names chosen by the user, each with a value.</summary>
    /// <param name="Value">What each value is.</param>
    public sealed record Map(ConfigShape Value) : ConfigShape
    {
        /// <inheritdoc />
        public override string Phrase => "a mapping";
    }

    /// <summary>A mapping with known keys.</summary>
    /// <param name="Declare">Lists the keys; called on demand, as reading never needs them.</param>
    public sealed record Mapping(Func<IReadOnlyList<ConfigKey>> Declare) : ConfigShape
    {
        /// <summary>The known keys, in the order they are read.</summary>
        public IReadOnlyList<ConfigKey> Keys => Declare();

        /// <inheritdoc />
        public override string Phrase => "a mapping";
    }

    /// <summary>A value of one of two kinds.</summary>
    /// <param name="First">The shorter one.</param>
    /// <param name="Second">The one that can say more.</param>
    public sealed record Either(ConfigShape First, ConfigShape Second) : ConfigShape
    {
        /// <inheritdoc />
        public override string Phrase => $"{First.Phrase} or {Second.Phrase}";
    }
}
