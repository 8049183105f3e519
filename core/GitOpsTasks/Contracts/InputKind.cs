namespace GitOpsTasks.Contracts;

/// <summary>The shape of a <see cref="TaskInput"/>, as every host has to know it.</summary>
public enum InputKind
{
    /// <summary>One text.</summary>
    Text,

    /// <summary>On or off.</summary>
    Flag,

    /// <summary>A whole number.</summary>
    Number,

    /// <summary>One of <see cref="TaskInput.Choices"/>.</summary>
    Choice,

    /// <summary>Any number of texts: a repeated option, lines of an action input, items of an MSBuild list.</summary>
    TextList,
}
