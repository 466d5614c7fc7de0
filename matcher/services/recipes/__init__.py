"""Recipes: those that Samspil comes with, those that were made here, and the one in use."""

from matcher.services.recipes.named import recipe_named
from matcher.services.recipes.save import delete_recipe, save_recipe
from matcher.services.recipes.show import RecipeView, list_recipes, show_recipe
from matcher.services.recipes.use import use_recipe

__all__ = [
    "recipe_named",
    "list_recipes",
    "show_recipe",
    "save_recipe",
    "use_recipe",
    "delete_recipe",
    "RecipeView",
]
